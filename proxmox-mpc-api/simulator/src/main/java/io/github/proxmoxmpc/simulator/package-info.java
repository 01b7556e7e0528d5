/** A simulator of Proxmox VE for tests without a server. */
@NullMarked
package io.github.proxmoxmpc.simulator;

import org.jspecify.annotations.NullMarked;
