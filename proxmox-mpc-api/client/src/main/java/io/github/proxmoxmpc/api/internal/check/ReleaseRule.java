package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.value.Release;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which releases take a parameter, and which of its values. Filled by {@link Rule}, and not changed
 * after.
 */
final class ReleaseRule {
  private @Nullable String since;
  private @Nullable String goneIn;
  private @Nullable String instead;
  private final Map<String, String> valueSince = new HashMap<>();
  private final Map<String, String> valueGoneIn = new HashMap<>();

  void since(String release) {
    since = release;
  }

  void goneIn(String release) {
    goneIn = release;
  }

  void instead(String other) {
    instead = other;
  }

  /** Takes another name of the same for what older releases do instead, if they have it. */
  void alsoNamed(String name, ReleaseRule its) {
    boolean isOlder =
        since != null && its.since != null && Release.of(its.since).isBefore(Release.of(since));
    if (isOlder) {
      instead = "'" + name + "'";
    }
  }

  void valueSince(String value, String release) {
    valueSince.put(value, release);
  }

  void valueGoneIn(String value, String release) {
    valueGoneIn.put(value, release);
  }

  /** Which releases take the parameter; null where all do that have its operation. */
  @Nullable VersionRequirement need(String parameter) {
    return since == null && goneIn == null
        ? null
        : new VersionRequirement("'" + parameter + "'", since, goneIn, instead);
  }

  /** Which releases take a value of the parameter; null where all do that have the parameter. */
  @Nullable VersionRequirement need(String parameter, String value) {
    String first = valueSince.get(value);
    String without = valueGoneIn.get(value);
    return first == null && without == null
        ? null
        : new VersionRequirement(
            "'" + parameter + "' with the value '" + value + "'", first, without, null);
  }
}
