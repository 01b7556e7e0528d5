/** What became of every configuration key of every guest: the report that says what is not code. */
@NullMarked
package io.github.proxmoxmpc.iac.coverage;

import org.jspecify.annotations.NullMarked;
