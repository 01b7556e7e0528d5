/** The front door: connect, sync, ask the state, generate. */
@NullMarked
package io.github.proxmoxmpc;

import org.jspecify.annotations.NullMarked;
