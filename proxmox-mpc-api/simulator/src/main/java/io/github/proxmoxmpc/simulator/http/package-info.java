/**
 * The simulator's handler as a function from request to response, and what carries it over the
 * network.
 */
@NullMarked
package io.github.proxmoxmpc.simulator.http;

import org.jspecify.annotations.NullMarked;
