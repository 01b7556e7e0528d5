package io.github.proxmoxmpc.iac.terraform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property string as the provider reads it, which is not quite as the server does: it parts it at
 * every comma and equals sign, and drops what has more than one equals sign (0.112.0, the decoders
 * under {@code proxmox/nodes}).
 *
 * @param named key to value; the last value where a key stands twice
 * @param bare the part without a key; null where there is none
 * @param dropped the keys whose values hold an equals sign, which the provider does not see
 */
record Parts(Map<String, String> named, @Nullable String bare, Set<String> dropped) {
  private static final Set<String> NETWORK =
      Set.of(
          "bridge",
          "firewall",
          "link_down",
          "macaddr",
          "model",
          "mtu",
          "queues",
          "rate",
          "tag",
          "trunks");

  Parts {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    dropped = Collections.unmodifiableSet(new LinkedHashSet<>(dropped));
  }

  static Parts of(String text) {
    return parse(text, false);
  }

  /** The form of {@code smbios1}, whose values end with the equals signs of base64. */
  static Parts ofBase64(String text) {
    return parse(text, true);
  }

  /** The form of {@code cpu}: without a model the model is empty, which is not the default. */
  static Parts ofCpu(String text) {
    Parts parts = of(text);
    if (parts.bare() != null || parts.named().containsKey("cputype")) {
      return parts;
    }
    Map<String, String> named = new LinkedHashMap<>(parts.named());
    named.put("cputype", "");
    return new Parts(named, null, parts.dropped());
  }

  /** The form of a VM's {@code netN}: a key that is none of the format's is the model. */
  static Parts ofNetwork(String text) {
    Parts parts = parse(text, false);
    Map<String, String> named = new LinkedHashMap<>();
    parts
        .named()
        .forEach(
            (key, value) -> {
              if (NETWORK.contains(key)) {
                named.put(key, value);
              } else {
                named.put("model", key);
                named.put("macaddr", value);
              }
            });
    return new Parts(named, parts.bare(), parts.dropped());
  }

  private static Parts parse(String text, boolean equalsInValues) {
    Map<String, String> named = new LinkedHashMap<>();
    Set<String> dropped = new LinkedHashSet<>();
    String bare = null;
    for (String part : text.split(",", -1)) {
      String trimmed = GoText.trim(part);
      int equals = trimmed.indexOf('=');
      if (equals < 0) {
        bare = trimmed.isEmpty() ? bare : trimmed;
      } else if (!equalsInValues && trimmed.indexOf('=', equals + 1) >= 0) {
        dropped.add(trimmed.substring(0, equals));
      } else {
        named.put(trimmed.substring(0, equals), trimmed.substring(equals + 1));
      }
    }
    return new Parts(named, bare, dropped);
  }
}
