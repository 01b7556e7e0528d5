/** The API schema, and the checks of parameters against it. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.schema;

import org.jspecify.annotations.NullMarked;
