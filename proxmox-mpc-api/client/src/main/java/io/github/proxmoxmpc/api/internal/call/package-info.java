/**
 * A call as the generated path tree describes it: its operation, its parameters, and what sends it.
 */
@NullMarked
package io.github.proxmoxmpc.api.internal.call;

import org.jspecify.annotations.NullMarked;
