/** Futures that come about step by step. Never API: it may change in any release. */
@NullMarked
package io.github.proxmoxmpc.api.internal.async;

import org.jspecify.annotations.NullMarked;
