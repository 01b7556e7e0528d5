package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property string as the provider parses it. Unlike the server, the provider splits at every
 * comma and equals sign, and drops properties with more than one equals sign (0.112.0, the decoders
 * under {@code proxmox/nodes}).
 *
 * @param named the properties with a key; the last value if a key repeats
 * @param bare the last value without a key, including an empty one between two commas; null if all
 *     properties have a key
 * @param dropped the keys of properties that the provider drops because of an equals sign
 * @param overridden the keys that precede the value without a key
 */
public record ProviderPropertyString(
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

  public ProviderPropertyString {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    dropped = Collections.unmodifiableSet(new LinkedHashSet<>(dropped));
    overridden = Set.copyOf(overridden);
  }

  public static ProviderPropertyString of(String text) {
    return parse(text, EqualsSigns.DROP);
  }

  /** Parses {@code efidisk0} or {@code amd-sev}: only the first value may lack a key. */
  public static ProviderPropertyString ofHead(String text) {
    int comma = text.indexOf(',');
    ProviderPropertyString parsed = of(text);
    String head = GoStrings.trim(comma < 0 ? text : text.substring(0, comma));
    return new ProviderPropertyString(
        parsed.named(), head.contains("=") ? null : head, parsed.dropped(), parsed.overridden());
  }

  /** Returns the property with this key or the value without a key, whichever comes last. */
  public @Nullable String namedOrBare(String name) {
    String value = named.get(name);
    return value == null || (bare != null && overridden.contains(name)) ? bare : value;
  }

  /** Parses {@code smbios1}, whose base64 values may end with equals signs. */
  public static ProviderPropertyString ofBase64(String text) {
    return parse(text, EqualsSigns.KEEP);
  }

  /** Parses {@code cpu}: a missing model is read as empty, which differs from the default. */
  public static ProviderPropertyString ofCpu(String text) {
    ProviderPropertyString parsed = of(text);
    if (parsed.bare() != null || parsed.named().containsKey("cputype")) {
      return parsed;
    }
    Map<String, String> named = new LinkedHashMap<>(parsed.named());
    named.put("cputype", "");
    return new ProviderPropertyString(named, null, parsed.dropped(), Set.of());
  }

  /** Parses a VM's {@code netN}: a key that the format does not define is the model. */
  public static ProviderPropertyString ofNetwork(String text) {
    ProviderPropertyString parsed = of(text);
    Map<String, String> named = new LinkedHashMap<>();
    parsed
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
    return new ProviderPropertyString(named, parsed.bare(), parsed.dropped(), parsed.overridden());
  }

  private static ProviderPropertyString parse(String text, EqualsSigns more) {
    Map<String, String> named = new LinkedHashMap<>();
    Set<String> dropped = new LinkedHashSet<>();
    Set<String> overridden = new LinkedHashSet<>();
    String bare = null;
    for (String property : text.split(",", -1)) {
      String trimmed = GoStrings.trim(property);
      int equals = trimmed.indexOf('=');
      if (equals < 0) {
        bare = trimmed;
        overridden.addAll(named.keySet());
      } else if (more == EqualsSigns.DROP && trimmed.indexOf('=', equals + 1) >= 0) {
        dropped.add(trimmed.substring(0, equals));
      } else {
        named.put(trimmed.substring(0, equals), trimmed.substring(equals + 1));
        overridden.remove(trimmed.substring(0, equals));
      }
    }
    return new ProviderPropertyString(named, bare, dropped, overridden);
  }

  /** The effect of further equals signs in a property. */
  private enum EqualsSigns {
    DROP,
    KEEP
  }
}
