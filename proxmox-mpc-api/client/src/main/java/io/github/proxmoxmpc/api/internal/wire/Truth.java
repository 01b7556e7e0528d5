package io.github.proxmoxmpc.api.internal.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A truth in words, as parse_boolean of PVE::JSONSchema (9.2) reads it. */
public final class Truth {
  private Truth() {}

  /** What the word says; null where it says neither. */
  public static @Nullable Boolean of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "1", "on", "yes", "true" -> Boolean.TRUE;
      case "0", "off", "no", "false" -> Boolean.FALSE;
      default -> null;
    };
  }
}
