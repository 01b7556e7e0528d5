/** Measures the figures in docs/architecture.md. */
@NullMarked
package io.github.proxmoxmpc.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
