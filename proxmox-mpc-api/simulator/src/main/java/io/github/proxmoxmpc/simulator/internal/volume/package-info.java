/** Disks in configurations, and the volumes behind them. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.volume;

import org.jspecify.annotations.NullMarked;
