/** The simulator as a function from request to response, and its HTTPS transport. */
@NullMarked
package io.github.proxmoxmpc.simulator.http;

import org.jspecify.annotations.NullMarked;
