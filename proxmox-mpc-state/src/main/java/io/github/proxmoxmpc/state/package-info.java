/** The state store, which keeps a whole cluster and its history in a database. */
@NullMarked
package io.github.proxmoxmpc.state;

import org.jspecify.annotations.NullMarked;
