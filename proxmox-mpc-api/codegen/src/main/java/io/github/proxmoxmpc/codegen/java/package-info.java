/** Generates Java source from the schema. */
@NullMarked
package io.github.proxmoxmpc.codegen.java;

import org.jspecify.annotations.NullMarked;
