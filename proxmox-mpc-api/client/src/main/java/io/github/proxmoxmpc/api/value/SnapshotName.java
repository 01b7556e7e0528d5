package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/**
 * The name of a snapshot of a guest, such as {@code before-upgrade} (format {@code pve-configid}).
 */
public final class SnapshotName extends Identifier<SnapshotName> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9_\\-]{1,39}");

  private SnapshotName(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static SnapshotName of(String value) {
    return new SnapshotName(
        checked(
            value, RULE, "snapshot name: a letter, then letters, digits, '_' and '-', 40 at most"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static SnapshotName read(String value) {
    return new SnapshotName(value);
  }
}
