/** Tasks: long-running work on the server, identified by a UPID. */
@NullMarked
package io.github.proxmoxmpc.api.task;

import org.jspecify.annotations.NullMarked;
