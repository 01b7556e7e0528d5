/** The exceptions of the client. All are unchecked, and each type documents who has to act. */
@NullMarked
package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.NullMarked;
