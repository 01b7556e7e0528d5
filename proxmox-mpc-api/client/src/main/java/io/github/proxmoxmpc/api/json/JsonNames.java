package io.github.proxmoxmpc.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of the fields of one JSON text, each made a {@code String} once. Not thread-safe. */
final class JsonNames {
  // Where names are data there may be very many; those are not kept.
  private static final int MOST = 256;
  private static final int SLOTS = 1024;

  /**
   * A name.
   *
   * @param text the name, interned, so that an accessor finds it by identity
   * @param bytes how it is written; null where that is with escapes
   */
  record Name(String text, byte @Nullable [] bytes) {}

  private final byte[] in;
  private final @Nullable Name[] slots = new Name[SLOTS];
  private int kept;

  JsonNames(byte[] in) {
    this.in = in;
  }

  /** Where a name ends that stands at a place, with its quote; -1 where it does not stand there. */
  int endOf(Name name, int start) {
    byte[] bytes = name.bytes;
    if (bytes == null) {
      return -1;
    }
    int end = start + bytes.length;
    if (end >= in.length || in[end] != '"') {
      return -1;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (in[start + i] != bytes[i]) {
        return -1;
      }
    }
    return end;
  }

  /** The name at a place, which holds ASCII alone. */
  Name at(int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + in[i];
    }
    int slot = hash & (SLOTS - 1);
    while (true) {
      Name name = slots[slot];
      if (name == null) {
        return made(start, length, slot);
      }
      if (endOf(name, start) == start + length) {
        return name;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  private Name made(int start, int length, int slot) {
    String text = new String(in, start, length, StandardCharsets.ISO_8859_1);
    byte[] bytes = Arrays.copyOfRange(in, start, start + length);
    if (kept == MOST) {
      return new Name(text, bytes);
    }
    kept++;
    Name name = new Name(text.intern(), bytes);
    slots[slot] = name;
    return name;
  }
}
