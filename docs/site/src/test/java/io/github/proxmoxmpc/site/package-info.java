/** Checks of the Javadoc site. */
@org.jspecify.annotations.NullMarked
package io.github.proxmoxmpc.site;
