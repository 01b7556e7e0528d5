/** What the enumerations of requests, results and property strings have in common. */
@NullMarked
package io.github.proxmoxmpc.api.value;

import org.jspecify.annotations.NullMarked;
