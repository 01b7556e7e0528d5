/** What every generated request has in common. */
@NullMarked
package io.github.proxmoxmpc.api.message;

import org.jspecify.annotations.NullMarked;
