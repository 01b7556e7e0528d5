package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects violations under names that begin with a place; hides secrets. */
final class Violations {
  private final List<Fault> all;
  private final Set<String> secrets;
  private final String place;
  private final boolean hidden;

  private Violations(List<Fault> all, Set<String> secrets, String place, boolean hidden) {
    this.all = all;
    this.secrets = secrets;
    this.place = place;
    this.hidden = hidden;
  }

  /**
   * Creates a collector for parameters.
   *
   * @param secrets the names of the parameters that are secrets
   */
  static Violations into(List<Fault> all, Set<String> secrets) {
    return new Violations(all, secrets, "", false);
  }

  /** Returns a collector for the keys of a part. */
  Violations in(String part) {
    return new Violations(all, Set.of(), name(part), hidden);
  }

  /** Returns a collector that hides values if a parameter or a key may contain a secret. */
  Violations of(String part, NamedRule rule) {
    boolean isSecret = rule.holdsSecret() || secrets.contains(part);
    return new Violations(all, secrets, place, hidden || isSecret);
  }

  void add(String part, @Nullable String value, String rule) {
    all.add(new Fault(name(part), hidden ? null : value, rule));
  }

  /** Adds a violation of a part whose name may itself be a piece of a secret. */
  void addUnknown(String part, @Nullable String value, String rule) {
    if (hidden) {
      all.add(new Fault(place, null, rule));
    } else {
      add(part, value, rule);
    }
  }

  private String name(String part) {
    return place.isEmpty() || part.isEmpty() ? place + part : place + "." + part;
  }
}
