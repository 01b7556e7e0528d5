/** The entry point of the library: connect, sync, query the state, generate code. */
@NullMarked
package io.github.proxmoxmpc;

import org.jspecify.annotations.NullMarked;
