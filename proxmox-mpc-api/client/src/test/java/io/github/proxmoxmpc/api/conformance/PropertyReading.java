package io.github.proxmoxmpc.api.conformance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of a property string, and what each is read as, by the facts and the text alone. */
final class PropertyReading {
  private static final Set<String> SOURCES =
      Set.of("pve-volume-id", "pve-volume-id-or-qm-path", "pve-volume-id-or-absolute-path");

  private PropertyReading() {}

  /** The text of each key that is there, under its own name. */
  static Map<String, String> values(Map<String, Facts> keys, @Nullable Object json) {
    Map<String, String> values = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> object) {
      object.forEach(
          (key, value) -> {
            if (value != null && !(value instanceof Map)) {
              values.put(key.toString(), joined(value));
            }
          });
      values.values().removeIf(text -> text.contains(","));
      return values;
    }
    for (String part : ScalarReading.text(json).split(",")) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? defaultKey(keys) : part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (key == null || value.isEmpty()) {
        continue;
      }
      Facts facts = keys.getOrDefault(key, new Facts(Map.of()));
      if (facts.has("keyAlias")) {
        values.put(facts.text("keyAlias"), key);
      }
      values.put(facts.has("alias") ? facts.text("alias") : key, value);
    }
    return values;
  }

  private static String joined(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(";"))
        : value.toString();
  }

  private static @Nullable String defaultKey(Map<String, Facts> keys) {
    return keys.keySet().stream()
        .filter(key -> keys.get(key).has("default_key"))
        .findFirst()
        .orElse(null);
  }

  /** Returns the expected value of a key. */
  static String expected(Facts facts, String text) {
    String told = facts.text("told");
    String format = facts.text("format");
    if (told.equals("secrets")) {
      return "Secret " + text;
    } else if (told.equals("lists")) {
      return ScalarReading.split(text).stream().map(each -> "String " + each).toList().toString();
    } else if (told.equals("sources") || SOURCES.contains(format)) {
      return "DiskSource " + text;
    } else if (format.equals("disk-size")) {
      return "DiskSize " + text + " " + bytes(text);
    }
    return ScalarReading.expected(facts, text);
  }

  /** PVE::JSONSchema::parse_size: powers of 1024, and no fraction of a byte. */
  private static long bytes(String size) {
    List<String> units = Arrays.asList("", "K", "M", "G", "T");
    String number = size.replaceAll("[^0-9.]", "");
    int power = units.indexOf(size.replaceAll("[0-9.]|iB", ""));
    return new BigDecimal(number).multiply(BigDecimal.valueOf(1L << (10 * power))).longValue();
  }
}
