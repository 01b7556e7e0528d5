package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The releases that accept a parameter and each of its values. {@link Rule} fills it; nothing
 * changes it afterwards.
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

  /** Registers an alias; an older one becomes the replacement for older releases. */
  void alsoNamed(String name, ReleaseRule its) {
    boolean isOlder =
        since != null
            && its.since != null
            && ServerVersion.of(its.since).isBefore(ServerVersion.of(since));
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

  /** Returns the releases that accept it; null if all that have the operation do. */
  @Nullable VersionRequirement need(String parameter) {
    return since == null && goneIn == null
        ? null
        : new VersionRequirement("'" + parameter + "'", since, goneIn, instead);
  }

  /** Returns the releases that accept a value; null if all that have the parameter do. */
  @Nullable VersionRequirement need(String parameter, String value) {
    String first = valueSince.get(value);
    String without = valueGoneIn.get(value);
    return first == null && without == null
        ? null
        : new VersionRequirement(
            "'" + parameter + "' with the value '" + value + "'", first, without, null);
  }
}
