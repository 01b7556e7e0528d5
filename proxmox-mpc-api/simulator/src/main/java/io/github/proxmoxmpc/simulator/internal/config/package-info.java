/** Configuration files of guests, read and written as Proxmox VE does. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.config;

import org.jspecify.annotations.NullMarked;
