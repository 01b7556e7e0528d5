/** Users, groups, roles, tokens and access control lists, and the privileges that follow. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.account;

import org.jspecify.annotations.NullMarked;
