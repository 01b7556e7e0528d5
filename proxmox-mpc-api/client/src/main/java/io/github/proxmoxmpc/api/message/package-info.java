/** The base types of generated requests and results, and the decoders of their fields. */
@NullMarked
package io.github.proxmoxmpc.api.message;

import org.jspecify.annotations.NullMarked;
