package io.github.proxmoxmpc.simulator.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of a realm's synchronization, with the old names replaced by the new one. */
record SyncOptions(SortedMap<String, String> values) {
  static SyncOptions parse(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    List<String> removed = new ArrayList<>();
    if (isTrue(values.remove("full"))) {
      removed.add("entry");
      removed.add("properties");
    }
    if (isTrue(values.remove("purge"))) {
      removed.add("acl");
    }
    if (!removed.isEmpty()) {
      values.putIfAbsent("remove-vanished", String.join(";", removed));
    }
    return new SyncOptions(values);
  }

  private static boolean isTrue(@Nullable String value) {
    return value != null && !value.equals("0");
  }

  boolean removes(String kind) {
    return List.of(values.getOrDefault("remove-vanished", "").split(";")).contains(kind);
  }

  String text() {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(","));
  }
}
