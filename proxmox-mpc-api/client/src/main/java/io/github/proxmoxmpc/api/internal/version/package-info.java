/** Which release the server has, and whether it supports a call. */
@NullMarked
package io.github.proxmoxmpc.api.internal.version;

import org.jspecify.annotations.NullMarked;
