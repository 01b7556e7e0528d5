package io.github.proxmoxmpc.api.identifier;

import java.util.regex.Pattern;

/**
 * The id of a resource pool, nested ones included, such as {@code prod/web} (format {@code
 * pve-poolid}).
 *
 * @param value the identifier as the server writes it
 */
public record PoolId(String value) implements Comparable<PoolId> {
  private static final Pattern RULE =
      Pattern.compile("[A-Za-z0-9.\\-_]+(?:/[A-Za-z0-9.\\-_]+){0,2}");

  /**
   * Checks the rule of the server.
   *
   * @throws IllegalArgumentException if the value breaks it; the message names the rule
   */
  public PoolId {
    Identifiers.require(
        "pool id",
        value,
        RULE,
        "letters, digits, '.', '-' and '_', at most three levels parted by '/'");
  }

  /** Makes the identifier from its text; throws {@link IllegalArgumentException} as above. */
  public static PoolId of(String value) {
    return new PoolId(value);
  }

  @Override
  public int compareTo(PoolId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
