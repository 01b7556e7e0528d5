/** A cluster to begin with: the odd guests that people really have. */
@NullMarked
package io.github.proxmoxmpc.simulator.sample;

import org.jspecify.annotations.NullMarked;
