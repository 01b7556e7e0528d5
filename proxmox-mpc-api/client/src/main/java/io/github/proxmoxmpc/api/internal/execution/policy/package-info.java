/** The concerns of a call, one policy each; the driver of the execution applies them in order. */
@NullMarked
package io.github.proxmoxmpc.api.internal.execution.policy;

import org.jspecify.annotations.NullMarked;
