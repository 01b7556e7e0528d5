package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.DiskSlot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the values of a configuration as text. */
final class ConfigValues {
  /** Parameters of a change that are not options of the guest. */
  private static final Set<String> CONTROL =
      Set.of("delete", "digest", "revert", "force", "skiplock", "background_delay");

  private ConfigValues() {}

  /** Returns the scalar values by key, without blank ones: old files have these for "no value". */
  static SortedMap<String, String> of(JsonObject config) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String key : config.names()) {
      String text = text(Objects.requireNonNull(config.get(key)));
      if (text != null && !text.isBlank()) {
        values.put(key, text);
      }
    }
    return values;
  }

  private static @Nullable String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    return value instanceof JsonBoolean truth ? (truth == JsonBoolean.TRUE ? "1" : "0") : null;
  }

  /** Returns a copy of a configuration with a change applied. */
  static JsonObject apply(JsonObject config, List<Parameters.Pair> changes) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    config.names().forEach(name -> values.put(name, Objects.requireNonNull(config.get(name))));
    List<String> deletions = new ArrayList<>();
    for (Parameters.Pair change : changes) {
      if (change.name().equals("delete")) {
        SplitList.ofSent(change.value()).forEach(deletions::add);
      } else if (!CONTROL.contains(change.name())) {
        values.put(change.name(), new JsonString(change.value()));
      }
    }
    deletions.forEach(values::remove);
    JsonObject.Builder changed = JsonObject.builder();
    values.forEach(changed::put);
    return changed.build();
  }

  static SortedMap<DiskSlot, GuestDisk> only(
      SortedMap<DiskSlot, GuestDisk> disks, Predicate<GuestDisk> wanted) {
    SortedMap<DiskSlot, GuestDisk> found = new TreeMap<>(disks);
    found.values().removeIf(wanted.negate());
    return Collections.unmodifiableSortedMap(found);
  }
}
