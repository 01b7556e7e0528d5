package io.github.proxmoxmpc.iac.coverage;

import org.jspecify.annotations.Nullable;

/**
 * The coverage of one configuration key, or of one property of a property string.
 *
 * @param key the key as the server names it, such as {@code scsi0}
 * @param property the property of its property string, such as {@code ssd}; null for the whole
 *     value
 * @param outcome the outcome
 * @param attribute the attribute it belongs to, such as {@code disk[0].ssd}; null if it belongs to
 *     no attribute
 * @param note the reason for the outcome, if it needs one; never a value that may be secret
 */
public record CoverageEntry(
    String key,
    @Nullable String property,
    CoverageOutcome outcome,
    @Nullable String attribute,
    String note) {

  /** Returns the key, followed by a dot and the property if there is one. */
  public String name() {
    return property == null ? key : key + "." + property;
  }
}
