package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.function.Function;

/**
 * One row of the table of what the provider cannot read. The import of such a guest fails, and the
 * whole plan with it.
 *
 * @param about what it is
 * @param finder finds it in a guest
 */
record UnsupportedFeature(String about, Function<GuestView, List<Finding>> finder) {

  /**
   * A place where it was found.
   *
   * @param key the key of the configuration, or what else it is about
   * @param reason why the provider cannot read it
   * @param remedy what a person can do
   */
  record Finding(String key, String reason, String remedy) {
    @Override
    public String toString() {
      return key + ": " + reason + "; " + remedy;
    }
  }

  /** For each key of a family that a condition picks. */
  static UnsupportedFeature forEach(KeyPattern family, String reason, String remedy) {
    return new UnsupportedFeature(
        family.label(),
        guest -> guest.keys(family).stream().map(key -> new Finding(key, reason, remedy)).toList());
  }

  @Override
  public String toString() {
    return "obstacle: " + about;
  }
}
