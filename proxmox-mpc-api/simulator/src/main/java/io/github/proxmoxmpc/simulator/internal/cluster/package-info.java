/** The state of the simulated cluster. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.cluster;

import org.jspecify.annotations.NullMarked;
