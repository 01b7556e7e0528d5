/** A JUnit extension that runs a simulator for tests. */
@NullMarked
package io.github.proxmoxmpc.simulator.junit;

import org.jspecify.annotations.NullMarked;
