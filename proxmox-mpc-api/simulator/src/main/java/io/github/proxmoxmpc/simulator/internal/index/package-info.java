/** The directories of the API: paths whose response lists the paths below them. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.index;

import org.jspecify.annotations.NullMarked;
