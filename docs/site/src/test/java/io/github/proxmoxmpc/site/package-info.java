/** Whether the Javadoc site leads people where they want to go. */
@org.jspecify.annotations.NullMarked
package io.github.proxmoxmpc.site;
