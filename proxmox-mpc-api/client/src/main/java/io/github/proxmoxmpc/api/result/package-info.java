/**
 * What an operation answers: its fields read tolerantly when they are asked for, the raw JSON kept
 * behind them.
 */
@NullMarked
package io.github.proxmoxmpc.api.result;

import org.jspecify.annotations.NullMarked;
