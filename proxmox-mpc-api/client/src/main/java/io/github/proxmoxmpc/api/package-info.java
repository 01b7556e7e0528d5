/**
 * A typed client for every operation of the Proxmox VE API; {@link
 * io.github.proxmoxmpc.api.ProxmoxClient} is where to begin.
 */
@NullMarked
package io.github.proxmoxmpc.api;

import org.jspecify.annotations.NullMarked;
