/** Servers that receive metrics. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.metrics;

import org.jspecify.annotations.NullMarked;
