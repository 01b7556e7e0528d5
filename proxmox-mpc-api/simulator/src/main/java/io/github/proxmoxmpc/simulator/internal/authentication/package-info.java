/** Authentication with tokens and tickets, and protection against forged requests. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.authentication;

import org.jspecify.annotations.NullMarked;
