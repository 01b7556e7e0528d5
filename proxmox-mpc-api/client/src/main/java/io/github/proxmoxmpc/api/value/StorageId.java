package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The id of a storage, such as {@code local-lvm} (format {@code pve-storage-id}). */
public final class StorageId extends Identifier<StorageId> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z][a-zA-Z0-9\\-_.]*[a-zA-Z0-9]");

  private StorageId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static StorageId of(String value) {
    return new StorageId(
        checked(
            value,
            RULE,
            "storage id: a letter first, a letter or digit last, at least two characters"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static StorageId read(String value) {
    return new StorageId(value);
  }
}
