/** How a task is asked for and waited for. Never API. */
@NullMarked
package io.github.proxmoxmpc.api.internal.task;

import org.jspecify.annotations.NullMarked;
