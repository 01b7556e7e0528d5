/** Values of requests and results: identifiers, sizes, disks, property strings. */
@NullMarked
package io.github.proxmoxmpc.api.value;

import org.jspecify.annotations.NullMarked;
