package io.github.proxmoxmpc.api.json;

import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The short texts of one JSON text. Those that come again and again, such as the status of a guest
 * or the name of its node, are made once. Not thread-safe.
 */
final class JsonTexts {
  private static final int LONGEST = 16;
  private static final int SLOTS = 256;

  private final byte[] in;
  private final int[] starts = new int[SLOTS];
  private final @Nullable JsonString[] texts = new JsonString[SLOTS];

  JsonTexts(byte[] in) {
    this.in = in;
  }

  /** The text at a place, which holds ASCII alone; the hash is one of its bytes. */
  JsonString at(int start, int length, int hash) {
    if (length > LONGEST) {
      return made(start, length);
    }
    int slot = (hash ^ (hash >>> 8)) & (SLOTS - 1);
    JsonString known = texts[slot];
    if (known != null && known.value().length() == length && isSame(starts[slot], start, length)) {
      return known;
    }
    JsonString text = made(start, length);
    texts[slot] = text;
    starts[slot] = start;
    return text;
  }

  private boolean isSame(int one, int other, int length) {
    for (int i = 0; i < length; i++) {
      if (in[one + i] != in[other + i]) {
        return false;
      }
    }
    return true;
  }

  private JsonString made(int start, int length) {
    return new JsonString(new String(in, start, length, StandardCharsets.ISO_8859_1));
  }
}
