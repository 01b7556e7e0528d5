/** Operations on nodes and the cluster as a whole. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.node;

import org.jspecify.annotations.NullMarked;
