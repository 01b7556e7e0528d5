/** Files that are sent. */
@NullMarked
package io.github.proxmoxmpc.api.upload;

import org.jspecify.annotations.NullMarked;
