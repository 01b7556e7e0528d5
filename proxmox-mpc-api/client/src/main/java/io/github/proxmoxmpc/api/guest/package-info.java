/**
 * Guests by their id alone, wherever in the cluster they are: what people do with them all day. For
 * everything else, the path tree.
 */
@NullMarked
package io.github.proxmoxmpc.api.guest;

import org.jspecify.annotations.NullMarked;
