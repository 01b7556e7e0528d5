package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The property strings that the API schema mentions by name only, such as {@code pve-qm-boot}.
 * Their parts come from {@code overrides.json}, which cites the source of each.
 */
final class NamedFormats {
  private static final Map<String, Map<String, Property>> PARTS = read();

  private NamedFormats() {}

  /** Returns the parts of a format, empty if it is no property string or its parts are unknown. */
  static Map<String, Property> parts(String format) {
    return PARTS.getOrDefault(format, Map.of());
  }

  private static Map<String, Map<String, Property>> read() {
    Map<String, Map<String, Property>> parts = new HashMap<>();
    Map<String, @Nullable Object> formats =
        JsonCodec.object(BundledSchemaFile.read("overrides.json").get("formats"));
    for (Object definition : JsonCodec.array(formats.get("definitions"))) {
      Map<String, @Nullable Object> facts = JsonCodec.object(definition);
      parts.put(
          String.valueOf(facts.get("name")),
          facts.get("like") instanceof String other
              ? partsOf(other)
              : Property.all(facts.get("properties")));
    }
    return parts;
  }

  // Such as "POST /nodes/{node}/qemu ? ide[n]".
  private static Map<String, Property> partsOf(String parameter) {
    String[] parts = parameter.split(" \\? ", -1);
    Property property = OperationIndex.bundled().operation(parts[0]).parameters().get(parts[1]);
    return property == null ? Map.of() : property.parts();
  }
}
