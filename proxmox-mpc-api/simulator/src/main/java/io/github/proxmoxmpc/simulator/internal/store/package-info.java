/** The configuration of the cluster as files of sections. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.store;

import org.jspecify.annotations.NullMarked;
