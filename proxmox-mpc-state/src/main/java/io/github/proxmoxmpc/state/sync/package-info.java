/** The sync engine, which reads a cluster and commits it to the store. */
@NullMarked
package io.github.proxmoxmpc.state.sync;

import org.jspecify.annotations.NullMarked;
