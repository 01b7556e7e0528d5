/** Operations on tasks. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.task;

import org.jspecify.annotations.NullMarked;
