package io.github.proxmoxmpc.api.identifier;

import java.util.regex.Pattern;

/**
 * The id of a storage, such as {@code local-lvm} (format {@code pve-storage-id}).
 *
 * @param value the identifier as the server writes it
 */
public record StorageId(String value) implements Comparable<StorageId> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z][a-zA-Z0-9\\-_.]*[a-zA-Z0-9]");

  /**
   * Checks the rule of the server.
   *
   * @throws IllegalArgumentException if the value breaks it; the message names the rule
   */
  public StorageId {
    Identifiers.require(
        "storage id",
        value,
        RULE,
        "a letter first, a letter or digit last, at least two characters");
  }

  /** Makes the identifier from its text; throws {@link IllegalArgumentException} as above. */
  public static StorageId of(String value) {
    return new StorageId(value);
  }

  @Override
  public int compareTo(StorageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
