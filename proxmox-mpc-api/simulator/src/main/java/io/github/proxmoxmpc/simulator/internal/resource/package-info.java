/** Guests, nodes and storages as rows of lists. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.resource;

import org.jspecify.annotations.NullMarked;
