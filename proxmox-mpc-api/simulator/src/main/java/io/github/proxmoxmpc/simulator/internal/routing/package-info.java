/** Routes requests to handlers after all checks that the server makes. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.routing;

import org.jspecify.annotations.NullMarked;
