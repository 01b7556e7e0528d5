/** JSON as plain maps, lists, strings and numbers. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.json;

import org.jspecify.annotations.NullMarked;
