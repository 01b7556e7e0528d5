/** An operation, a call of it, and the interface that sends calls. */
@NullMarked
package io.github.proxmoxmpc.api.internal.call;

import org.jspecify.annotations.NullMarked;
