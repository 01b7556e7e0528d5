/**
 * Converts Java values to the text of the wire, and back. Not API: it may change in any release.
 */
@NullMarked
package io.github.proxmoxmpc.api.internal.wire;

import org.jspecify.annotations.NullMarked;
