/** The state store: a whole cluster, with its history, in a database. */
@NullMarked
package io.github.proxmoxmpc.state;

import org.jspecify.annotations.NullMarked;
