package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.function.Function;

/**
 * A feature of a guest that the provider cannot read. The import of such a guest fails, and the
 * whole plan with it.
 *
 * @param label its name in messages
 * @param finder finds the feature in a guest
 */
record UnsupportedFeature(String label, Function<GuestView, List<Finding>> finder) {

  /**
   * A place where a guest uses the feature.
   *
   * @param key the configuration key, or another name of the place
   * @param reason why the provider cannot read it
   * @param remedy what to do about it
   */
  record Finding(String key, String reason, String remedy) {
    @Override
    public String toString() {
      return key + ": " + reason + "; " + remedy;
    }
  }

  /** Creates a feature that every matching key uses; {@code {id}} in the remedy is the guest. */
  static UnsupportedFeature forEach(KeyPattern keyPattern, String reason, String remedy) {
    return new UnsupportedFeature(
        keyPattern.label(),
        guest ->
            guest.keys(keyPattern).stream()
                .map(key -> new Finding(key, reason, guest.insertId(remedy)))
                .toList());
  }

  @Override
  public String toString() {
    return "unsupported feature: " + label;
  }
}
