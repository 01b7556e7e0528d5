/** Mappings of hardware and directories, and custom CPU models. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.mapping;

import org.jspecify.annotations.NullMarked;
