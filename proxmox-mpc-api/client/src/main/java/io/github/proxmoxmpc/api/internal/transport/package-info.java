/** How a request reaches the server: the OkHttp client, TLS, sockets and request bodies. */
@NullMarked
package io.github.proxmoxmpc.api.internal.transport;

import org.jspecify.annotations.NullMarked;
