/** Tasks: the long-running work that Proxmox VE names by a UPID. */
@NullMarked
package io.github.proxmoxmpc.api.task;

import org.jspecify.annotations.NullMarked;
