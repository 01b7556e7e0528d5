/**
 * How values of Java become texts of the wire, and back. Never API: it may change in any release.
 */
@NullMarked
package io.github.proxmoxmpc.api.internal.wire;

import org.jspecify.annotations.NullMarked;
