/**
 * JSON that loses nothing: every field that came is kept, and numbers stay as they were written.
 */
@NullMarked
package io.github.proxmoxmpc.api.json;

import org.jspecify.annotations.NullMarked;
