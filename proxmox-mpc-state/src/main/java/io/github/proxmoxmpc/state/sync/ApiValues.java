package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts values of API responses to text, because the API varies their JSON types. */
final class ApiValues {
  /** PVE 9.2 returns these lists in random order, which would look like a change. */
  private static final Set<String> UNORDERED = Set.of("content", "nodes");

  /** Never answered by PVE 9.2; named so that no other server puts them into the store. */
  private static final Set<String> SECRET = Set.of("password", "keyring");

  private ApiValues() {}

  /** Returns a field as text; null if it is missing or null. */
  static @Nullable String text(JsonObject row, String field) {
    return text(row.get(field));
  }

  /** Returns a numeric field of any JSON type; 0 if it is not a number. */
  static long number(JsonObject row, String field) {
    String text = text(row, field);
    try {
      return text == null ? 0 : new BigDecimal(text).longValue();
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static boolean flag(@Nullable String text) {
    return text != null && Set.of("1", "yes", "on", "true").contains(text);
  }

  private static @Nullable String text(@Nullable JsonValue value) {
    if (value == null || value == JsonNull.NULL) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.value();
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    if (value instanceof JsonBoolean truth) {
      return truth == JsonBoolean.TRUE ? "1" : "0";
    }
    return sorted(value).toString();
  }

  /** Sorts the keys of objects, because Perl writes them in random order. */
  private static JsonValue sorted(JsonValue value) {
    if (value instanceof JsonArray array) {
      return new JsonArray(array.values().stream().map(ApiValues::sorted).toList());
    }
    if (value instanceof JsonObject object) {
      JsonObject.Builder sorted = JsonObject.builder();
      object.names().stream()
          .sorted()
          .forEach(name -> sorted.put(name, sorted(field(object, name))));
      return sorted.build();
    }
    return value;
  }

  private static JsonValue field(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value == null ? JsonNull.NULL : value;
  }

  /** Converts a response of {@code GET /nodes/{node}/qemu|lxc/{vmid}/config}. */
  static ConfigDocument guestConfig(JsonObject answer) {
    SortedMap<String, String> values = new TreeMap<>();
    List<RawLine> lines = new ArrayList<>();
    for (String name : answer.names()) {
      JsonValue value = answer.get(name);
      if (name.equals("lxc") && value instanceof JsonArray pairs) {
        rawLines(pairs, lines);
      } else if (!name.equals("digest")) {
        String text = text(value);
        if (text != null) {
          values.put(name, text);
        }
      }
    }
    return new ConfigDocument(values, lines, text(answer, "digest"));
  }

  private static void rawLines(JsonArray pairs, List<RawLine> lines) {
    for (JsonValue pair : pairs.values()) {
      if (pair instanceof JsonArray line && line.values().size() == 2) {
        String key = text(line.values().get(0));
        String value = text(line.values().get(1));
        if (key != null) {
          lines.add(new RawLine(key, value == null ? "" : value));
        }
      }
    }
  }

  /** Converts a row of {@code GET /storage}, without its name and the digest of the file. */
  static SortedMap<String, String> storageConfig(JsonObject row) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String name : row.names()) {
      if (Set.of("storage", "type", "digest").contains(name) || SECRET.contains(name)) {
        continue;
      }
      JsonValue value = row.get(name);
      // PVE 9.2 returns some property strings as objects, such as prune-backups.
      String text = value instanceof JsonObject object ? propertyString(object) : text(value);
      if (text != null) {
        values.put(name, UNORDERED.contains(name) ? sortedList(text) : text);
      }
    }
    return values;
  }

  private static String propertyString(JsonObject object) {
    return object.names().stream()
        .sorted()
        .map(name -> name + "=" + text(object, name))
        .collect(Collectors.joining(","));
  }

  private static String sortedList(String list) {
    return Arrays.stream(list.split(",", -1)).sorted().collect(Collectors.joining(","));
  }
}
