/** Answers that are no JSON. */
@NullMarked
package io.github.proxmoxmpc.api.transfer;

import org.jspecify.annotations.NullMarked;
