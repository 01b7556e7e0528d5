/** Renders StringTemplate files, from which all generated text comes. */
@NullMarked
package io.github.proxmoxmpc.iac.template;

import org.jspecify.annotations.NullMarked;
