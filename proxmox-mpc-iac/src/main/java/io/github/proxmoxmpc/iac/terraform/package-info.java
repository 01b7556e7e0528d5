/**
 * Terraform for the provider {@code bpg/proxmox}: the tables that say which configuration key
 * becomes which attribute, and the generator that follows them.
 */
@NullMarked
package io.github.proxmoxmpc.iac.terraform;

import org.jspecify.annotations.NullMarked;
