/** What every generated request has in common. */
@NullMarked
package io.github.proxmoxmpc.api.request;

import org.jspecify.annotations.NullMarked;
