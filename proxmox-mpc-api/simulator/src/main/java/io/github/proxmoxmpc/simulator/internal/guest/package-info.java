/** Operations on virtual machines and containers. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.guest;

import org.jspecify.annotations.NullMarked;
