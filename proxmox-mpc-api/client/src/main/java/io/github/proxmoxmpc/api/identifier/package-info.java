/**
 * Identifiers of Proxmox VE as types: each made from a string in one place, with the server's rule.
 */
@NullMarked
package io.github.proxmoxmpc.api.identifier;

import org.jspecify.annotations.NullMarked;
