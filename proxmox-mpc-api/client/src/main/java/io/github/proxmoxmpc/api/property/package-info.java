/** Property strings, the small language inside configuration values, without loss. */
@NullMarked
package io.github.proxmoxmpc.api.property;

import org.jspecify.annotations.NullMarked;
