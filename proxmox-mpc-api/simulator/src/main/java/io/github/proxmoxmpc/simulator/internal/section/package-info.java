/**
 * Collections of configuration sections: one engine creates, reads, updates and deletes them, one
 * declaration describes each kind.
 */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.section;

import org.jspecify.annotations.NullMarked;
