/** JSON without loss: every field is kept, and numbers keep their spelling. */
@NullMarked
package io.github.proxmoxmpc.api.json;

import org.jspecify.annotations.NullMarked;
