/** The raw lines of a container's configuration, which Proxmox VE passes to LXC unchanged. */
@NullMarked
package io.github.proxmoxmpc.api.guest.lxc;

import org.jspecify.annotations.NullMarked;
