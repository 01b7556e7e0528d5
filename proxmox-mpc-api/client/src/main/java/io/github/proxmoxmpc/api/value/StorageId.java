package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The id of a storage, such as {@code local-lvm} (format {@code pve-storage-id}). */
public final class StorageId extends Identifier<StorageId> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z][a-zA-Z0-9\\-_.]*[a-zA-Z0-9]");

  private StorageId(String value) {
    super(value);
  }

  /**
   * Makes it from its text.
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

  /** As the server sent it, whatever it is. */
  public static StorageId asSent(String value) {
    return new StorageId(value);
  }
}
