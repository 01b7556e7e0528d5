/** From the schema to Java source. */
@NullMarked
package io.github.proxmoxmpc.codegen.java;

import org.jspecify.annotations.NullMarked;
