package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.value.PropertyString;
import io.github.proxmoxmpc.api.value.PropertyString.Part;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two keys that may be written as one part, {@code virtio=BC:24:11:00:00:01} (PVE::JSONSchema,
 * {@code keyAlias}).
 *
 * @param name the key whose value is written in the place of a key
 * @param value the key whose value follows it
 * @param names the known values of the first
 */
record KeyPair(String name, String value, Set<String> names) {
  private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}");

  /** Returns the names that a text writes in the place of a key, including an unknown one. */
  Set<String> writtenIn(PropertyString text) {
    String unknown = unknownName(text);
    return unknown == null ? names : Set.of(unknown);
  }

  // A newer server has models that this SDK does not know. If the text names no other model, a key
  // with an address as its value is one.
  private @Nullable String unknownName(PropertyString text) {
    String unknown = null;
    for (Part part : text.parts()) {
      String key = part.trimmedKey();
      boolean isSaid =
          key == null ? !part.value().isBlank() : key.equals(name) || names.contains(key);
      if (isSaid) {
        return null;
      }
      if (unknown == null && key != null && !key.equals(value) && isAddress(part.value())) {
        unknown = key;
      }
    }
    return unknown;
  }

  private static boolean isAddress(String text) {
    return MAC.matcher(text.trim()).matches();
  }
}
