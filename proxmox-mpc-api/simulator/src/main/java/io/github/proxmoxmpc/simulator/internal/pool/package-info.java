/** Operations on resource pools. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.pool;

import org.jspecify.annotations.NullMarked;
