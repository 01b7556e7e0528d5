/** Sends calls, blocking and asynchronous. */
@NullMarked
package io.github.proxmoxmpc.api.internal.execution;

import org.jspecify.annotations.NullMarked;
