package io.github.proxmoxmpc.simulator.internal.config;

/**
 * How the server reads a key of a configuration file.
 *
 * @param type {@code boolean}, {@code integer}, {@code number} or {@code string}
 * @param formatted if text follows a format; only then its outer quotes are kept
 */
public record OptionType(String type, boolean formatted) {
  /** Text of no format. */
  public static final OptionType TEXT = new OptionType("string", false);
}
