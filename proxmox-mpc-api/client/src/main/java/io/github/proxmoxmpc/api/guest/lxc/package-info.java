/** The raw lines of a container's configuration, which Proxmox VE hands on to LXC as they are. */
@NullMarked
package io.github.proxmoxmpc.api.guest.lxc;

import org.jspecify.annotations.NullMarked;
