/** Backups of guests: making them, reading them, and removing old ones. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.backup;

import org.jspecify.annotations.NullMarked;
