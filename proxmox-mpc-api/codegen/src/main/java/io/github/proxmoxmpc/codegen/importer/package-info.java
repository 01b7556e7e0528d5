/** From the schema that a Proxmox VE host serves to its API viewer to our schema file. */
@NullMarked
package io.github.proxmoxmpc.codegen.importer;

import org.jspecify.annotations.NullMarked;
