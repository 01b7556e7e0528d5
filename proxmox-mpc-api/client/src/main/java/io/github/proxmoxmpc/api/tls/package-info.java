/** How a client decides whether the server is the one it means. */
@NullMarked
package io.github.proxmoxmpc.api.tls;

import org.jspecify.annotations.NullMarked;
