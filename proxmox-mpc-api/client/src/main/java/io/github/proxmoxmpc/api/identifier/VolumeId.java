package io.github.proxmoxmpc.api.identifier;

import java.util.regex.Pattern;

/**
 * The id of a volume, such as {@code local-lvm:vm-100-disk-0} (format {@code pve-volume-id}).
 *
 * @param value the identifier as the server writes it
 */
public record VolumeId(String value) implements Comparable<VolumeId> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z][a-zA-Z0-9\\-_.]*[a-zA-Z0-9]:.+");

  /**
   * Checks the rule of the server.
   *
   * @throws IllegalArgumentException if the value breaks it; the message names the rule
   */
  public VolumeId {
    Identifiers.require(
        "volume id", value, RULE, "a storage id, a colon, and the name of the volume");
  }

  /** Makes the identifier from its text; throws {@link IllegalArgumentException} as above. */
  public static VolumeId of(String value) {
    return new VolumeId(value);
  }

  @Override
  public int compareTo(VolumeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
