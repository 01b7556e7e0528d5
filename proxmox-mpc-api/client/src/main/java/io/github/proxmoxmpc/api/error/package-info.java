/** One unchecked exception and its subtypes; each says who must act. */
@NullMarked
package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.NullMarked;
