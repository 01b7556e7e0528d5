package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/**
 * The id of a resource pool, nested ones included, such as {@code prod/web} (format {@code
 * pve-poolid}).
 */
public final class PoolId extends Identifier<PoolId> {
  private static final Pattern RULE =
      Pattern.compile("[A-Za-z0-9.\\-_]+(?:/[A-Za-z0-9.\\-_]+){0,2}");

  private PoolId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static PoolId of(String value) {
    return new PoolId(
        checked(
            value,
            RULE,
            "pool id: letters, digits, '.', '-' and '_', at most three levels parted by '/'"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static PoolId read(String value) {
    return new PoolId(value);
  }
}
