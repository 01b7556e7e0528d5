/** What the server's own language and its everyday functions make of a text. Never API. */
@NullMarked
package io.github.proxmoxmpc.api.internal.perl;

import org.jspecify.annotations.NullMarked;
