/** Turns responses into results and exceptions. Not API: it may change in any release. */
@NullMarked
package io.github.proxmoxmpc.api.internal.response;

import org.jspecify.annotations.NullMarked;
