/** Who asks: tokens, tickets, and the guard against forged requests. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.authentication;

import org.jspecify.annotations.NullMarked;
