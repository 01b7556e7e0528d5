/** Generators that turn an infrastructure into code that the real tools accept. */
@NullMarked
package io.github.proxmoxmpc.iac;

import org.jspecify.annotations.NullMarked;
