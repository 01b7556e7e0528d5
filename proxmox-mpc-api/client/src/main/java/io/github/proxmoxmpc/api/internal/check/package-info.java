/** The rules of the server for the values of parameters, checked before anything is sent. */
@NullMarked
package io.github.proxmoxmpc.api.internal.check;

import org.jspecify.annotations.NullMarked;
