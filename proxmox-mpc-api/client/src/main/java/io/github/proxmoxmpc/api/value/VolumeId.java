package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a volume, such as {@code local-lvm:vm-100-disk-0} (format {@code pve-volume-id}). */
public final class VolumeId extends Identifier<VolumeId> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z][a-zA-Z0-9\\-_.]*[a-zA-Z0-9]:.+");

  private VolumeId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static VolumeId of(String value) {
    return new VolumeId(
        checked(value, RULE, "volume id: a storage id, a colon, and the name of the volume"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static VolumeId read(String value) {
    return new VolumeId(value);
  }

  /** Returns its storage; null if the server sent a volume without one. */
  public @Nullable StorageId storage() {
    int colon = value().indexOf(':');
    return colon < 0 ? null : StorageId.read(value().substring(0, colon));
  }
}
