package io.github.proxmoxmpc.iac.coverage;

import org.jspecify.annotations.Nullable;

/**
 * What became of one configuration key, or of one part of a property string.
 *
 * @param key the key as the server names it, such as {@code scsi0}
 * @param part the part of its property string, such as {@code ssd}; null for the whole value
 * @param outcome what became of it
 * @param attribute the attribute it belongs to, such as {@code disk[0].ssd}; null where there is
 *     none
 * @param note why, where the outcome alone does not say it; never a value that may be secret
 */
public record CoverageEntry(
    String key, @Nullable String part, Outcome outcome, @Nullable String attribute, String note) {

  /** The key, with the part behind a dot where there is one. */
  public String name() {
    return part == null ? key : key + "." + part;
  }
}
