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
 * @param bare the last part without a key, the empty one between two commas, too; null where there
 *     is none
 * @param dropped the keys whose values hold an equals sign, which the provider does not see
 * @param overridden the keys that stand before the part without a key
 */
record ProviderPropertyString(
    Map<String, String> named, @Nullable String bare, Set<String> dropped, Set<String> overridden) {
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

  ProviderPropertyString {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    dropped = Collections.unmodifiableSet(new LinkedHashSet<>(dropped));
    overridden = Set.copyOf(overridden);
  }

  static ProviderPropertyString of(String text) {
    return parse(text, EqualsSigns.PART);
  }

  /** The form of {@code efidisk0} and {@code amd-sev}: only the first part may be without a key. */
  static ProviderPropertyString ofHead(String text) {
    int comma = text.indexOf(',');
    ProviderPropertyString parts = of(text);
    String head = GoText.trim(comma < 0 ? text : text.substring(0, comma));
    return new ProviderPropertyString(
        parts.named(), head.contains("=") ? null : head, parts.dropped(), parts.overridden());
  }

  /** The part of that name, or the one without a name: the provider takes the later of the two. */
  @Nullable String either(String name) {
    String value = named.get(name);
    return value == null || (bare != null && overridden.contains(name)) ? bare : value;
  }

  /** The form of {@code smbios1}, whose values end with the equals signs of base64. */
  static ProviderPropertyString ofBase64(String text) {
    return parse(text, EqualsSigns.KEEP);
  }

  /** The form of {@code cpu}: without a model the model is empty, which is not the default. */
  static ProviderPropertyString ofCpu(String text) {
    ProviderPropertyString parts = of(text);
    if (parts.bare() != null || parts.named().containsKey("cputype")) {
      return parts;
    }
    Map<String, String> named = new LinkedHashMap<>(parts.named());
    named.put("cputype", "");
    return new ProviderPropertyString(named, null, parts.dropped(), Set.of());
  }

  /** The form of a VM's {@code netN}: a key that is none of the format's is the model. */
  static ProviderPropertyString ofNetwork(String text) {
    ProviderPropertyString parts = of(text);
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
    return new ProviderPropertyString(named, parts.bare(), parts.dropped(), parts.overridden());
  }

  private static ProviderPropertyString parse(String text, EqualsSigns more) {
    Map<String, String> named = new LinkedHashMap<>();
    Set<String> dropped = new LinkedHashSet<>();
    Set<String> overridden = new LinkedHashSet<>();
    String bare = null;
    for (String part : text.split(",", -1)) {
      String trimmed = GoText.trim(part);
      int equals = trimmed.indexOf('=');
      if (equals < 0) {
        bare = trimmed;
        overridden.addAll(named.keySet());
      } else if (more == EqualsSigns.PART && trimmed.indexOf('=', equals + 1) >= 0) {
        dropped.add(trimmed.substring(0, equals));
      } else {
        named.put(trimmed.substring(0, equals), trimmed.substring(equals + 1));
        overridden.remove(trimmed.substring(0, equals));
      }
    }
    return new ProviderPropertyString(named, bare, dropped, overridden);
  }

  /** What the equals signs after the first one of a part do. */
  private enum EqualsSigns {
    PART,
    KEEP
  }
}
