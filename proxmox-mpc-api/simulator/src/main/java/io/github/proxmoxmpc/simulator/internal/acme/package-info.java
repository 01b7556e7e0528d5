/** Accounts and plugins of ACME. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.acme;

import org.jspecify.annotations.NullMarked;
