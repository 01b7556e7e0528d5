/** Operations on storages and their volumes. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.storage;

import org.jspecify.annotations.NullMarked;
