/** A simulator of Proxmox VE to test programs against, without a server. */
@NullMarked
package io.github.proxmoxmpc.simulator;

import org.jspecify.annotations.NullMarked;
