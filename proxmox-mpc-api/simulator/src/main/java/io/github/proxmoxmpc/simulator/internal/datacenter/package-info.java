/** The options, the log and the membership of the cluster. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.datacenter;

import org.jspecify.annotations.NullMarked;
