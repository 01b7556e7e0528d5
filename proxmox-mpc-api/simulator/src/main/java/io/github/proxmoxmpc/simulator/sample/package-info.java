/** A sample cluster with unusual guests, as they occur in practice. */
@NullMarked
package io.github.proxmoxmpc.simulator.sample;

import org.jspecify.annotations.NullMarked;
