/** Answers that are no JSON. */
@NullMarked
package io.github.proxmoxmpc.api.download;

import org.jspecify.annotations.NullMarked;
