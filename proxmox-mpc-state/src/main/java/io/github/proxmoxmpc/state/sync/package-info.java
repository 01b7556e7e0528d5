/** The sync engine: reads a cluster through the client, and commits it to the store. */
@NullMarked
package io.github.proxmoxmpc.state.sync;

import org.jspecify.annotations.NullMarked;
