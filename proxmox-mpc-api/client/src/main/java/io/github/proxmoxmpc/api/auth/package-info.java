/** Credentials, and secrets that never print. */
@NullMarked
package io.github.proxmoxmpc.api.auth;

import org.jspecify.annotations.NullMarked;
