/** The policies that a call passes through before it is sent. */
@NullMarked
package io.github.proxmoxmpc.api.internal.execution.policy;

import org.jspecify.annotations.NullMarked;
