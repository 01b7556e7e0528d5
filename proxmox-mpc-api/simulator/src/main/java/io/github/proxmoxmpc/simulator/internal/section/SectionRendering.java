package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.schema.ApiOperation;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.schema.ParsedPropertyString;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renders the sections of a collection as JSON, with the types that the schema declares. */
final class SectionRendering {
  private final SectionType type;
  private final Map<String, Property> schema = new HashMap<>();

  SectionRendering(SectionType type) {
    this.type = type;
    Map<String, ApiOperation> operations = OperationIndex.bundled().operations();
    for (String operation :
        new String[] {"PUT " + type.itemPath, "POST " + type.itemPath, "POST " + type.collection}) {
      ApiOperation found = operations.get(operation);
      if (found != null) {
        schema.putAll(found.parameters());
      }
    }
  }

  Map<String, Property> schema() {
    return schema;
  }

  Map<String, @Nullable Object> row(RoutedCall call, SectionFile file, Section section) {
    Map<String, @Nullable Object> json = options(section);
    if (type.rowOptions != null) {
      json.keySet().retainAll(type.rowOptions);
    }
    json.put(type.idParameter, section.id());
    if (type.digestInRows) {
      json.put("digest", file.digest(type.digestAlgorithm));
    }
    type.row.shape(call, section, json);
    return json;
  }

  Map<String, @Nullable Object> item(RoutedCall call, SectionFile file, Section section) {
    Map<String, @Nullable Object> json = options(section);
    if (!type.isSettings()) {
      json.put(type.idParameter, section.id());
    }
    if (type.digest) {
      json.put("digest", file.digest(type.digestAlgorithm));
    }
    type.item.shape(call, section, json);
    return json;
  }

  /**
   * Renders the difference between a section in use and its configuration, after pending_config of
   * PVE::Network::SDN.
   *
   * @param running the section in use, null if it is new
   * @param configured the configured section, null if it is to be deleted
   */
  Map<String, @Nullable Object> pending(
      RoutedCall call, @Nullable Section running, @Nullable Section configured) {
    Section any = configured == null ? running : configured;
    if (any == null) {
      throw new IllegalArgumentException("A pending change has a section");
    }
    Map<String, @Nullable Object> pending = new TreeMap<>();
    Map<String, @Nullable Object> json = running == null ? new TreeMap<>() : options(running);
    Map<String, @Nullable Object> wanted =
        configured == null ? new TreeMap<>() : options(configured);
    for (String key : type.stagedKeys) {
      json.putIfAbsent(key, wanted.get(key));
    }
    if (configured != null) {
      wanted.forEach(
          (name, value) -> {
            if (!type.stagedKeys.contains(name) && !Objects.equals(json.get(name), value)) {
              pending.put(name, value);
            }
          });
      json.keySet()
          .forEach(
              name -> {
                if (!wanted.containsKey(name)) {
                  pending.put(name, "deleted");
                }
              });
    }
    String state = configured == null ? "deleted" : running == null ? "new" : "changed";
    if (!state.equals("changed") || !pending.isEmpty()) {
      json.put("state", state);
      json.put("pending", pending);
    }
    json.put(type.idParameter, any.id());
    json.put("digest", null);
    type.item.shape(call, any, json);
    return json;
  }

  private Map<String, @Nullable Object> options(Section section) {
    Map<String, @Nullable Object> json = new TreeMap<>();
    section
        .options()
        .forEach(
            (name, value) -> {
              if (!type.secrets.contains(name)) {
                json.put(name, rendered(name, value));
              }
            });
    return json;
  }

  private @Nullable Object rendered(String name, Object value) {
    UnaryOperator<@Nullable Object> rendering = type.renderings.get(name);
    if (rendering != null) {
      return rendering.apply(value);
    }
    Property property = ParameterCheck.find(schema, name);
    if (property != null && type.parsed.contains(name)) {
      return object(property.parts(), value.toString());
    }
    return typed(property, value);
  }

  // The server's parser turns only truth into numbers.
  private static Map<String, Object> object(Map<String, Property> format, String text) {
    Map<String, Object> object = new TreeMap<>();
    ParsedPropertyString.parse(format, text)
        .values()
        .forEach(
            (name, value) -> {
              Property part = format.get(name);
              boolean isTruth = part != null && "boolean".equals(part.type());
              object.put(name, isTruth ? (Object) Long.valueOf(value) : value);
            });
    return object;
  }

  private static Object typed(@Nullable Property property, Object value) {
    String declared = property == null ? null : property.type();
    boolean isNumber = "boolean".equals(declared) || "integer".equals(declared);
    return isNumber && value.toString().matches("-?\\d{1,18}")
        ? (Object) Long.valueOf(value.toString())
        : value;
  }
}
