package io.github.proxmoxmpc.api.internal.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads words for true and false as parse_boolean of PVE::JSONSchema (9.2) does. */
public final class Truth {
  private Truth() {}

  /** Returns the meaning of a word; null if it is neither true nor false. */
  public static @Nullable Boolean of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "1", "on", "yes", "true" -> Boolean.TRUE;
      case "0", "off", "no", "false" -> Boolean.FALSE;
      default -> null;
    };
  }
}
