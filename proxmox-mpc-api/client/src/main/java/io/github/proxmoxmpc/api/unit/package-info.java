/** Amounts that are easily taken for one another, as types. */
@NullMarked
package io.github.proxmoxmpc.api.unit;

import org.jspecify.annotations.NullMarked;
