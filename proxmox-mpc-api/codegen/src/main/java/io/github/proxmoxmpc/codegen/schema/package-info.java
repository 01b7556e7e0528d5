/** The schema file: reading it, printing it, and the facts that it holds. */
@NullMarked
package io.github.proxmoxmpc.codegen.schema;

import org.jspecify.annotations.NullMarked;
