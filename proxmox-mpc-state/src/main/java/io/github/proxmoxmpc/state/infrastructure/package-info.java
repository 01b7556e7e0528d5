/** The state of a cluster as one immutable value, which is the input of the generators. */
@NullMarked
package io.github.proxmoxmpc.state.infrastructure;

import org.jspecify.annotations.NullMarked;
