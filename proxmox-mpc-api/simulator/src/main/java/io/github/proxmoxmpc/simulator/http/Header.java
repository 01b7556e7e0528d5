package io.github.proxmoxmpc.simulator.http;

/**
 * A header of a request or an answer; a name can come twice.
 *
 * @param name its name, in any case
 * @param value its value
 */
public record Header(String name, String value) {}
