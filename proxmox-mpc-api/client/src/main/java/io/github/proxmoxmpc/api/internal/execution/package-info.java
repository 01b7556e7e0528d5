/** Sends calls, blocking and asynchronously, through an ordered list of policies. */
@NullMarked
package io.github.proxmoxmpc.api.internal.execution;

import org.jspecify.annotations.NullMarked;
