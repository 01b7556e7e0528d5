/**
 * HCL, the language of Terraform, as values that print as {@code terraform fmt} would print them.
 */
@NullMarked
package io.github.proxmoxmpc.iac.hcl;

import org.jspecify.annotations.NullMarked;
