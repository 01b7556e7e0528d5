/** Values of HCL, the language of Terraform. They print in the format of {@code terraform fmt}. */
@NullMarked
package io.github.proxmoxmpc.iac.hcl;

import org.jspecify.annotations.NullMarked;
