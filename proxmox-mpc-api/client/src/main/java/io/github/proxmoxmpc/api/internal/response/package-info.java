/** How a response becomes a result or an exception. */
@NullMarked
package io.github.proxmoxmpc.api.internal.response;

import org.jspecify.annotations.NullMarked;
