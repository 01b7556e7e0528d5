/**
 * The text files below {@code /etc/pve} and {@code /etc/network}, read without loss: guests,
 * storages, jobs, users, firewall, network. Every file prints as it was read, to the byte, and its
 * sections are handed out as the JSON that the API would answer, ready for the typed results.
 *
 * <p>What the server would skip with a warning is kept as {@link
 * io.github.proxmoxmpc.api.file.Line.Unread}. Nothing here talks to a server.
 */
@NullMarked
package io.github.proxmoxmpc.api.file;

import org.jspecify.annotations.NullMarked;
