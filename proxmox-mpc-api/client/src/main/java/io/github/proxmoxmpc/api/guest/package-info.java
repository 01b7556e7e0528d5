/**
 * Guests by id, on any node of the cluster, with the most common operations. The path tree has all
 * others.
 */
@NullMarked
package io.github.proxmoxmpc.api.guest;

import org.jspecify.annotations.NullMarked;
