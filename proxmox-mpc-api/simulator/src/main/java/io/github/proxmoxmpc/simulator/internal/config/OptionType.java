package io.github.proxmoxmpc.simulator.internal.config;

/**
 * The type of a key in a configuration file.
 *
 * @param type {@code boolean}, {@code integer}, {@code number} or {@code string}
 * @param formatted whether text has a format; only then the server keeps its outer quotes
 */
public record OptionType(String type, boolean formatted) {
  /** Text without a format. */
  public static final OptionType TEXT = new OptionType("string", false);
}
