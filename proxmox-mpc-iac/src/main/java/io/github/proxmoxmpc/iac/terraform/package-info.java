/** The generator of Terraform code for the provider {@code bpg/proxmox}. */
@NullMarked
package io.github.proxmoxmpc.iac.terraform;

import org.jspecify.annotations.NullMarked;
