package io.github.proxmoxmpc.simulator.http;

/**
 * A header of a request or response. A name can occur several times.
 *
 * @param name the name, in any case
 * @param value the value
 */
public record Header(String name, String value) {}
