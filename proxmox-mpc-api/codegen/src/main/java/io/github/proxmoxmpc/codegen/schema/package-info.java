/** The schema file: its facts, and how it is read, corrected and printed. */
@NullMarked
package io.github.proxmoxmpc.codegen.schema;

import org.jspecify.annotations.NullMarked;
