/**
 * Configurations of guests: typed, comparable values with their disks, the difference between two
 * of them, and pending changes.
 */
@NullMarked
package io.github.proxmoxmpc.api.guest.config;

import org.jspecify.annotations.NullMarked;
