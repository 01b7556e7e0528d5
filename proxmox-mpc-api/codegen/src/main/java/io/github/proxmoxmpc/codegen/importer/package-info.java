/** Imports the schema that a Proxmox VE host serves for its API viewer into the schema file. */
@NullMarked
package io.github.proxmoxmpc.codegen.importer;

import org.jspecify.annotations.NullMarked;
