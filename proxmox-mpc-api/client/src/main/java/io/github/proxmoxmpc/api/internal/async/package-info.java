/**
 * Futures that can be cancelled, and the calls under way. Not API: it may change in any release.
 */
@NullMarked
package io.github.proxmoxmpc.api.internal.async;

import org.jspecify.annotations.NullMarked;
