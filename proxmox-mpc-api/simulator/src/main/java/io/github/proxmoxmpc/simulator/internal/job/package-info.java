/** Scheduled jobs: backup, replication and synchronization of realms. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.job;

import org.jspecify.annotations.NullMarked;
