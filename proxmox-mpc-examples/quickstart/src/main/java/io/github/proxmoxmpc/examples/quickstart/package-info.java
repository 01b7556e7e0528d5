/** The main job in one command: a cluster becomes Terraform code. */
@NullMarked
package io.github.proxmoxmpc.examples.quickstart;

import org.jspecify.annotations.NullMarked;
