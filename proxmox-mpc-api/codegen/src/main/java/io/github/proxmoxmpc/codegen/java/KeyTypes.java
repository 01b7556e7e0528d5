package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Enumeration;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.PropertyFormats.Row;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Java types of the keys of one format. Its enumerations become nested types. */
final class KeyTypes {
  /** The inherited members of a property string type and its builder. */
  static final Set<String> TAKEN_MEMBERS =
      Set.of("get", "keys", "masked", "parse", "set", "text", "toBuilder", "wire", "without");

  private static final String API = "io.github.proxmoxmpc.api.";
  private static final JavaType DISK_SIZE = property("DiskSize");
  private static final JavaType DISK_SOURCE = property("DiskSource");
  private static final Map<String, JavaType> BY_FORMAT =
      Map.of(
          "disk-size", DISK_SIZE,
          "pve-volume-id", DISK_SOURCE,
          "pve-volume-id-or-qm-path", DISK_SOURCE,
          "pve-volume-id-or-absolute-path", DISK_SOURCE);

  private final Set<String> taken =
      new HashSet<>(
          Set.of(
              "Boolean",
              "Builder",
              "DiskSize",
              "DiskSource",
              "ByteSize",
              "Double",
              "Duration",
              "Decoder",
              "Instant",
              "Integer",
              "List",
              "Long",
              "Map",
              "Nullable",
              "Override",
              "PercentText",
              "PropertyKeys",
              "PropertyString",
              "Secret",
              "String",
              "TypedPropertyString",
              "Unrecognized",
              "ValueKind",
              "WireValue"));
  private final Row row;
  private final List<Enumeration> enumerations = new ArrayList<>();

  KeyTypes(Row row) {
    this.row = row;
    taken.add(row.java());
  }

  private static JavaType property(String type) {
    String name = API + "property." + type;
    return new JavaType(name, null, name + ".TYPE");
  }

  JavaType of(String key, TypeSchema schema) {
    if (holds("secrets", key)) {
      return JavaType.SECRET;
    }
    if (holds("lists", key)) {
      return JavaType.STRING.textListOf();
    }
    if (holds("sources", key)) {
      return DISK_SOURCE;
    }
    JavaType known = BY_FORMAT.get(String.valueOf(schema.formatName()));
    if (known != null) {
      return known;
    }
    return schema.values().isEmpty() ? JavaType.scalar(schema) : enumeration(key, schema);
  }

  private boolean holds(String fact, String key) {
    return Json.list(row.facts().get(fact)).contains(key);
  }

  private JavaType enumeration(String key, TypeSchema schema) {
    String name = JavaNames.type(key);
    while (!taken.add(name)) {
      name += "Value";
    }
    enumerations.add(
        new Enumeration(
            name,
            List.of("Values of " + JavaText.javadoc(key) + " of {@link " + row.java() + "}."),
            Constants.of(schema.values(), schema.goneValues(), schema.valuesSince())));
    String qualified = FormatModel.PACKAGE + "." + row.java() + "." + name;
    return new JavaType(qualified, null, qualified + ".TYPE");
  }

  /** Returns the enumerations of the keys so far. */
  List<Enumeration> enumerations() {
    return enumerations;
  }

  /** Returns the expression by which the builder writes the value of a key. */
  String written(JavaType type, String member) {
    if (type.isSecret()) {
      return member + ".reveal()";
    }
    if (type.equals(JavaType.URLENCODED)) {
      return "PercentText.encode(" + member + ")";
    }
    if (type.name().startsWith(FormatModel.PACKAGE + ".")) {
      return member + ".wire()";
    }
    boolean plain = type.primitive() != null || type.isUnit() || isTextOrList(type.name());
    return plain ? member : member + ".toString()";
  }

  private static boolean isTextOrList(String name) {
    return name.equals("String") || name.startsWith("java.util.List<");
  }
}
