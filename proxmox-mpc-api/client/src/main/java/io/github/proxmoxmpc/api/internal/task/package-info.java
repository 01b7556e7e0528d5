/** Polls tasks and reads their logs. Not API: it may change in any release. */
@NullMarked
package io.github.proxmoxmpc.api.internal.task;

import org.jspecify.annotations.NullMarked;
