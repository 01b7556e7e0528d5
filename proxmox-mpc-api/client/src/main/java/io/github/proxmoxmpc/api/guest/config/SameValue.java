package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.value.DiskSlot;
import io.github.proxmoxmpc.api.value.PropertyString;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides whether two spellings of an option mean the same to the server.
 *
 * @param types the decoders of the options
 */
record SameValue(OptionTypes types) {
  boolean isSame(String key, String before, String after) {
    if (before.equals(after)) {
      return true;
    }
    if (key.equals("tags")) {
      return tags(before).equals(tags(after));
    }
    if (key.equals("description")) {
      return before.stripTrailing().equals(after.stripTrailing());
    }
    Decoder<?> type = types.of(key);
    if (type == null) {
      return false;
    }
    try {
      return isSame(read(type, key, before), read(type, key, after));
    } catch (MalformedResponseException e) {
      return false;
    }
  }

  /** Returns a value as a request has it: a flag is a digit there, but may be a word in a file. */
  String sent(String key, String value) {
    Decoder<?> type = types.of(key);
    try {
      return type != null && read(type, key, value) instanceof Boolean truth
          ? truth ? "1" : "0"
          : value;
    } catch (MalformedResponseException e) {
      return value;
    }
  }

  /** Compares flags, numbers and property strings by meaning; other values have one spelling. */
  private static boolean isSame(Object before, Object after) {
    if (before instanceof TypedPropertyString one && after instanceof TypedPropertyString other) {
      return one.isEquivalentTo(other);
    }
    boolean isSpelledFreely =
        before instanceof Boolean || before instanceof Number || before instanceof Duration;
    return isSpelledFreely && before.equals(after);
  }

  private static Object read(Decoder<?> type, String key, String text) {
    // The format of an existing volume cannot differ, so it is ignored.
    String telling =
        DiskSlot.find(key).isPresent()
            ? PropertyString.parse(text).without("format").toString()
            : text;
    return type.read(new JsonString(telling), key);
  }

  private static TreeSet<String> tags(String text) {
    return SplitList.ofStored(text).collect(Collectors.toCollection(TreeSet::new));
  }
}
