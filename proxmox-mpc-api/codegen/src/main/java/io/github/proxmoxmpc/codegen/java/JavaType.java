package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as generated code names it.
 *
 * @param name the type, boxed, as it is written in source
 * @param primitive the primitive where there is one
 * @param reader the {@code FieldType} expression that reads it
 */
record JavaType(String name, @Nullable String primitive, String reader) {
  private static final String API = "io.github.proxmoxmpc.api.";
  private static final String FIELD_TYPE = API + "json.FieldType";
  static final JavaType STRING = new JavaType("String", null, FIELD_TYPE + ".STRING");
  static final JavaType URLENCODED = new JavaType("String", null, FIELD_TYPE + ".URLENCODED");
  static final JavaType JSON = new JavaType(API + "json.JsonValue", null, FIELD_TYPE + ".JSON");
  static final JavaType OBJECT =
      new JavaType(API + "json.JsonObject", null, FIELD_TYPE + ".OBJECT");
  static final JavaType UPID = identifier("Upid", "UPID");
  static final JavaType TASK = new JavaType(API + "task.Task", null, "");
  private static final JavaType INTEGER = new JavaType("Integer", "int", FIELD_TYPE + ".INTEGER");
  private static final JavaType LONG = new JavaType("Long", "long", FIELD_TYPE + ".LONG");
  private static final JavaType DOUBLE = new JavaType("Double", "double", FIELD_TYPE + ".DOUBLE");
  private static final JavaType BOOLEAN =
      new JavaType("Boolean", "boolean", FIELD_TYPE + ".BOOLEAN");

  /** Formats that are identifiers with a type of their own. */
  private static final Map<String, JavaType> IDENTIFIERS =
      Map.of(
          "pve-node", identifier("NodeName", "NODE_NAME"),
          "pve-vmid", identifier("VmId", "VM_ID"),
          "pve-storage-id", identifier("StorageId", "STORAGE_ID"),
          "pve-poolid", identifier("PoolId", "POOL_ID"),
          "pve-upid", UPID);

  private static final String LIST = "-list";
  private static final String TEXT_LIST = ".textList(";

  private static final Set<String> LISTS_BY_ANOTHER_NAME =
      Set.of("pve-hotplug-features", "pve-fw-conntrack-helper");

  private static final Map<String, Character> SEPARATORS =
      Map.of(
          "pve-tag-list", ';',
          "address-list", ' ',
          "dns-name-list", ' ',
          "lxc-ip-with-ll-iface-list", ' ');

  private static JavaType identifier(String type, String constant) {
    return new JavaType(API + "identifier." + type, null, FIELD_TYPE + "." + constant);
  }

  /** The list that a text of this format is; null where it is none. */
  static @Nullable JavaType textList(TypeSchema schema) {
    String format = schema.formatName();
    if (format == null || !schema.type().equals("string")) {
      return null;
    }
    if (format.endsWith(LIST)) {
      String element = format.substring(0, format.length() - LIST.length());
      return IDENTIFIERS.getOrDefault(element, STRING).textListOf();
    }
    return LISTS_BY_ANOTHER_NAME.contains(format) ? STRING.textListOf() : null;
  }

  /** What stands between two elements of such a list where the server prints it. */
  static char separator(TypeSchema schema) {
    return SEPARATORS.getOrDefault(String.valueOf(schema.formatName()), ',');
  }

  /** The type of a scalar; enumerations are named by whoever knows where they stand. */
  static JavaType scalar(TypeSchema schema) {
    JavaType identifier = identifier(schema);
    if (identifier != null) {
      return identifier;
    }
    JavaType list = textList(schema);
    if (list != null) {
      return list;
    }
    if ("urlencoded".equals(schema.formatName())) {
      return URLENCODED;
    }
    return switch (schema.type()) {
      case "integer" -> fitsInt(schema.maximum()) ? INTEGER : LONG;
      case "number" -> DOUBLE;
      case "boolean" -> BOOLEAN;
      case "string" -> STRING;
      default -> JSON;
    };
  }

  /** The identifier type of a format; null where it has none. */
  static @Nullable JavaType identifier(TypeSchema schema) {
    String format = schema.formatName();
    return format == null ? null : IDENTIFIERS.get(format);
  }

  /** A type that this run generates. */
  static JavaType generated(String qualifiedName) {
    return new JavaType(qualifiedName, null, qualifiedName + ".TYPE");
  }

  /** The type as a parameter or a result: a primitive where there is one. */
  Code plain() {
    return new Code(primitive == null ? name : primitive);
  }

  /** The type boxed. */
  Code boxed() {
    return new Code(name);
  }

  /** The type where null is a value; the annotation stands before the simple name. */
  Code orNull() {
    int generic = name.indexOf('<');
    int dot = name.lastIndexOf('.', generic < 0 ? name.length() : generic);
    return new Code(name.substring(0, dot + 1) + Imports.NULLABLE + name.substring(dot + 1));
  }

  JavaType listOf() {
    return new JavaType("java.util.List<" + name + ">", null, FIELD_TYPE + ".list(" + reader + ")");
  }

  /** A list that is one text. */
  JavaType textListOf() {
    return new JavaType(
        "java.util.List<" + name + ">", null, FIELD_TYPE + TEXT_LIST + reader + ")");
  }

  boolean isTextList() {
    return reader.startsWith(FIELD_TYPE + TEXT_LIST);
  }

  boolean isGenerated() {
    return reader.endsWith(".TYPE");
  }

  boolean isIdentifier() {
    return name.startsWith(API + "identifier.");
  }

  private static boolean fitsInt(@Nullable BigDecimal maximum) {
    return maximum != null && maximum.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }
}
