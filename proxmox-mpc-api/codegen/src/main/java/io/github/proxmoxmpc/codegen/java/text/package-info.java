/** Names and text of the schema as Java source. */
@NullMarked
package io.github.proxmoxmpc.codegen.java.text;

import org.jspecify.annotations.NullMarked;
