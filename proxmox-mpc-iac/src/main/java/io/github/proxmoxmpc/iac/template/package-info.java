/** Generated text comes from StringTemplate files that lie beside the classes that use them. */
@NullMarked
package io.github.proxmoxmpc.iac.template;

import org.jspecify.annotations.NullMarked;
