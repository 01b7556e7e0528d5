/** The firewall of the cluster, of nodes, of guests and of virtual networks. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.firewall;

import org.jspecify.annotations.NullMarked;
