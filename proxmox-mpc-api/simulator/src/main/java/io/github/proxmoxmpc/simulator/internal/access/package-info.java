/** Log-in, tokens and permissions. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.access;

import org.jspecify.annotations.NullMarked;
