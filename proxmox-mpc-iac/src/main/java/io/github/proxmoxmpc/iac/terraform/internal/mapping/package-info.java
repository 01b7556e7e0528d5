/**
 * The machinery of the mapping tables: how the keys of a resource on the server become attributes
 * and blocks of a Terraform resource. It knows no particular kind of resource.
 */
@NullMarked
package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import org.jspecify.annotations.NullMarked;
