/** Generates Terraform code from a cluster with one command. */
@NullMarked
package io.github.proxmoxmpc.examples.quickstart;

import org.jspecify.annotations.NullMarked;
