/**
 * The text files below {@code /etc/pve} and {@code /etc/network}, read without loss: guests,
 * storages, jobs, users, firewall, network. Every file prints byte for byte as it was read, and its
 * sections are available as the JSON that the API returns, for the typed results.
 *
 * <p>A line that the server skips with a warning is kept as {@link
 * io.github.proxmoxmpc.api.file.Line.Unread}. This package sends nothing to a server.
 */
@NullMarked
package io.github.proxmoxmpc.api.file;

import org.jspecify.annotations.NullMarked;
