/** The state of a cluster as one plain immutable value: what generators read, and nothing else. */
@NullMarked
package io.github.proxmoxmpc.state.infrastructure;

import org.jspecify.annotations.NullMarked;
