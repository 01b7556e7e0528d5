/** What generated code asks of the runtime. Never API: it may change in any release. */
@NullMarked
package io.github.proxmoxmpc.api.internal;

import org.jspecify.annotations.NullMarked;
