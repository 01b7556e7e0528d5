/** High availability: resources, rules and their status. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.ha;

import org.jspecify.annotations.NullMarked;
