package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.Imports;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Java type in generated code.
 *
 * @param name the qualified name, boxed if the type is primitive
 * @param primitive the primitive type; null for any other type
 * @param reader the {@code Decoder} expression that reads it; empty if it is not read from JSON
 */
record JavaType(String name, @Nullable String primitive, String reader) {
  private static final String API = "io.github.proxmoxmpc.api.";
  private static final String FIELD_TYPE = API + "message.Decoder";
  private static final String IDENTIFIER_FIELD = API + "message.IdentifierDecoder.";
  static final JavaType STRING = new JavaType("String", null, FIELD_TYPE + ".STRING");
  static final JavaType URLENCODED = new JavaType("String", null, FIELD_TYPE + ".URLENCODED");
  static final JavaType FREE_FORM =
      new JavaType(API + "message.UntypedValue", null, API + "message.UntypedValue.TYPE");
  static final JavaType UPLOAD = new JavaType(API + "transfer.Upload", null, "");
  static final JavaType DOWNLOAD = new JavaType(API + "transfer.Download", null, "");
  static final JavaType UPID = identifier("value.Upid");
  static final JavaType TASK = new JavaType(API + "task.Task", null, "");
  private static final JavaType INTEGER = new JavaType("Integer", "int", FIELD_TYPE + ".INTEGER");
  private static final JavaType LONG = new JavaType("Long", "long", FIELD_TYPE + ".LONG");
  private static final JavaType DOUBLE = new JavaType("Double", "double", FIELD_TYPE + ".DOUBLE");
  private static final JavaType BOOLEAN =
      new JavaType("Boolean", "boolean", FIELD_TYPE + ".BOOLEAN");

  static final JavaType SECRET = new JavaType(API + "auth.Secret", null, FIELD_TYPE + ".SECRET");

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

  private static final String UNLESS_ZERO = "epoch seconds, 0 for never";

  /** The Java types of units; other units appear only in the Javadoc. */
  private static final Map<String, JavaType> UNITS =
      Map.of(
          "bytes",
          unit(API + "value.ByteSize", "BYTES"),
          "epoch seconds",
          unit("java.time.Instant", "EPOCH_SECONDS"),
          UNLESS_ZERO,
          unit("java.time.Instant", "EPOCH_SECONDS_UNLESS_ZERO"),
          "epoch nanoseconds",
          unit("java.time.Instant", "EPOCH_NANOSECONDS"),
          "seconds",
          unit("java.time.Duration", "SECONDS"),
          "minutes",
          unit("java.time.Duration", "MINUTES"));

  /** The types of string formats: one format of the server, and two of the overrides. */
  private static final Map<String, JavaType> OWN_FORMATS =
      Map.of(
          "urlencoded",
          URLENCODED,
          "characters that are bytes",
          generated(API + "message.Bytes"),
          "raw lxc line",
          generated(API + "guest.lxc.LxcLine"));

  private static JavaType unit(String type, String constant) {
    return new JavaType(type, null, API + "message.UnitDecoder." + constant);
  }

  private static JavaType identifier(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return type.startsWith("rest.")
        ? generated(API + type)
        : new JavaType(API + type, null, IDENTIFIER_FIELD + JavaNames.snakeCase(simple));
  }

  /** Returns the list type of a string that holds a list; null for any other value. */
  static @Nullable JavaType textList(TypeSchema schema) {
    String format = schema.formatName();
    String element = schema.elementMeaning();
    if (element != null) {
      return identifier(element).textListOf();
    }
    if (format == null || !schema.type().equals("string")) {
      return null;
    }
    boolean isList = format.endsWith(LIST) || LISTS_BY_ANOTHER_NAME.contains(format);
    return isList ? STRING.textListOf() : null;
  }

  /** Returns the separator that the server writes between the elements of such a list. */
  static char separator(TypeSchema schema) {
    return SEPARATORS.getOrDefault(String.valueOf(schema.formatName()), ',');
  }

  /**
   * Returns the type of a scalar; a string for enumerations, whose names depend on their places.
   */
  static JavaType scalar(TypeSchema schema) {
    String meaning = schema.meaning();
    if (meaning != null) {
      if (meaning.equals("secret")) {
        return SECRET;
      }
      if (meaning.equals("file")) {
        return UPLOAD;
      }
      JavaType known = meaning.indexOf('.') > 0 ? identifier(meaning) : UNITS.get(meaning);
      if (known != null) {
        return known;
      }
    }
    JavaType list = textList(schema);
    if (list != null) {
      return list;
    }
    JavaType own = OWN_FORMATS.get(String.valueOf(schema.formatName()));
    if (own != null) {
      return own;
    }
    return switch (schema.type()) {
      case "integer" -> fitsInt(schema.maximum()) ? INTEGER : LONG;
      case "number" -> DOUBLE;
      case "boolean" -> BOOLEAN;
      case "string" -> STRING;
      default -> FREE_FORM;
    };
  }

  /** Returns whether a received value may be read as null. */
  static boolean mayBeNothing(TypeSchema schema) {
    return schema.optional() || UNLESS_ZERO.equals(schema.meaning());
  }

  /** Returns a generated type, or another one with a constant {@code TYPE} that reads it. */
  static JavaType generated(String qualifiedName) {
    return new JavaType(qualifiedName, null, qualifiedName + ".TYPE");
  }

  /** Returns the type for parameters and results: the primitive type if there is one. */
  Code plain() {
    return new Code(primitive == null ? name : primitive);
  }

  /** Returns the boxed type. */
  Code boxed() {
    return new Code(name);
  }

  /** Returns the nullable type; the annotation is written before its simple name. */
  Code orNull() {
    int generic = name.indexOf('<');
    int dot = name.lastIndexOf('.', generic < 0 ? name.length() : generic);
    return new Code(name.substring(0, dot + 1) + Imports.NULLABLE + name.substring(dot + 1));
  }

  JavaType listOf() {
    return new JavaType("java.util.List<" + name + ">", null, FIELD_TYPE + ".list(" + reader + ")");
  }

  /** Returns the type of a list with the data that the server sends beside it. */
  JavaType listingOf() {
    return new JavaType(API + "message.ListResult<" + name + ">", null, listOf().reader);
  }

  /** Returns the type of a list in one string. */
  JavaType textListOf() {
    return new JavaType(
        "java.util.List<" + name + ">", null, FIELD_TYPE + TEXT_LIST + reader + ")");
  }

  boolean isTextList() {
    return reader.startsWith(FIELD_TYPE + TEXT_LIST);
  }

  boolean isEnumeration() {
    return reader.endsWith(".TYPE") && !isIdentifier();
  }

  boolean isIdentifier() {
    return name.startsWith(API + "rest.identifier.") || reader.startsWith(IDENTIFIER_FIELD);
  }

  boolean isSecret() {
    return equals(SECRET);
  }

  boolean isUnit() {
    return UNITS.containsValue(this);
  }

  private static boolean fitsInt(@Nullable BigDecimal maximum) {
    return maximum != null && maximum.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }
}
