/**
 * A typed client for all operations of the Proxmox VE API. Begin with {@link
 * io.github.proxmoxmpc.api.ProxmoxClient}.
 */
@NullMarked
package io.github.proxmoxmpc.api;

import org.jspecify.annotations.NullMarked;
