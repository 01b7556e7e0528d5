package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.List;
import java.util.function.Function;

/**
 * A feature of a resource that the provider cannot read. The import of such a resource fails, and
 * the whole plan with it.
 *
 * @param <V> the view that the finder needs
 * @param label its name in messages
 * @param finder finds the feature in a resource
 */
public record UnsupportedFeature<V extends ResourceView>(
    String label, Function<V, List<Finding>> finder) {

  /**
   * A place where a resource uses the feature.
   *
   * @param key the configuration key, or another name of the place
   * @param reason why the provider cannot read it
   * @param remedy the remedy
   */
  public record Finding(String key, String reason, String remedy) {
    @Override
    public String toString() {
      return key + ": " + reason + "; " + remedy;
    }
  }

  /** Creates a feature that every matching key uses; {@code {id}} in the remedy is its id. */
  public static <V extends ResourceView> UnsupportedFeature<V> forEach(
      KeyPattern keyPattern, String reason, String remedy) {
    return new UnsupportedFeature<>(
        keyPattern.label(),
        view ->
            view.keys(keyPattern).stream()
                .map(key -> new Finding(key, reason, view.insertId(remedy)))
                .toList());
  }

  @Override
  public String toString() {
    return "unsupported feature: " + label;
  }
}
