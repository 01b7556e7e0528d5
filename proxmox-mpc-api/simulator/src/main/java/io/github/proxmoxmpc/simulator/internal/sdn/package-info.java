/** Software-defined networks. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.sdn;

import org.jspecify.annotations.NullMarked;
