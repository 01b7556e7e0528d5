/** Uploads and downloads of files. */
@NullMarked
package io.github.proxmoxmpc.api.transfer;

import org.jspecify.annotations.NullMarked;
