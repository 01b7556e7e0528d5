/** The TLS certificates of servers, and the choice of those to trust. */
@NullMarked
package io.github.proxmoxmpc.api.tls;

import org.jspecify.annotations.NullMarked;
