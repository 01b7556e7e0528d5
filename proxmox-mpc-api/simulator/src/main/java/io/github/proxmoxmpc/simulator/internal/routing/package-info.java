/** From a request to the handler of its operation, with all that the server checks before. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.routing;

import org.jspecify.annotations.NullMarked;
