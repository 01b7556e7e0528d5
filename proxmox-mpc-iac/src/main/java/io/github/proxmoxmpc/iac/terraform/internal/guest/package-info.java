/** The mapping tables of virtual machines and containers, and the warnings about guests. */
@NullMarked
package io.github.proxmoxmpc.iac.terraform.internal.guest;

import org.jspecify.annotations.NullMarked;
