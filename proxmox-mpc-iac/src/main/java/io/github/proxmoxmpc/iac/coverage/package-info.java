/** The coverage report: the outcome for every configuration key of every guest. */
@NullMarked
package io.github.proxmoxmpc.iac.coverage;

import org.jspecify.annotations.NullMarked;
