package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks parameters against the schema, as PVE::RESTHandler::handle and check_object of
 * PVE::JSONSchema do in Proxmox VE 9.2.
 */
public final class ParameterCheck {
  private static final String UNKNOWN =
      "property is not defined in schema and the schema does not allow additional properties";
  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)(0|[1-9]\\d{0,2})");

  /** The highest index of numbered parameters, from qemu-server and pve-container 9.2. */
  private static final Map<String, Integer> LAST_INDEX =
      Map.ofEntries(
          Map.entry("ide", 3),
          Map.entry("sata", 5),
          Map.entry("scsi", 30),
          Map.entry("virtio", 15),
          Map.entry("net", 31),
          Map.entry("hostpci", 15),
          Map.entry("usb", 13),
          Map.entry("serial", 3),
          Map.entry("parallel", 2),
          Map.entry("numa", 7),
          Map.entry("ipconfig", 31),
          Map.entry("virtiofs", 9),
          Map.entry("acmedomain", 5),
          Map.entry("link", 7));

  private static final int LAST_INDEX_OF_OTHERS = 255;

  private final String path;
  private final Map<String, Property> schema;
  private final Map<String, ?> values;
  private final Map<String, String> errors;

  private ParameterCheck(
      String path,
      Map<String, Property> schema,
      Map<String, ?> values,
      Map<String, String> errors) {
    this.path = path;
    this.schema = schema;
    this.values = values;
    this.errors = errors;
  }

  /**
   * Checks the parameters of a request.
   *
   * @param schema the parameters of the operation
   * @param given text, a list of texts for a repeated parameter, or null for one without a value
   * @return the parameters that have a value, with a list for each array of the schema
   * @throws InvalidParametersException if any parameter is invalid
   */
  public static Map<String, Object> verify(
      Map<String, Property> schema, Map<String, ? extends @Nullable Object> given) {
    Map<String, @Nullable Object> normalized = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          Property property = described(find(schema, name), given);
          normalized.put(name, property == null ? value : asDeclared(property, value));
        });
    Map<String, String> errors = new LinkedHashMap<>();
    checkObject("", schema, normalized, errors);
    if (!errors.isEmpty()) {
      throw new InvalidParametersException(errors);
    }
    Map<String, Object> verified = new TreeMap<>();
    normalized.forEach(
        (name, value) -> {
          if (value != null) {
            verified.put(name, value);
          }
        });
    return verified;
  }

  /**
   * Checks a value against the format of a property, as check_format of PVE::JSONSchema does: named
   * formats, and the parts of property strings.
   *
   * @throws MalformedPropertyException if the value does not have the format
   */
  public static void verifyFormat(Property property, String value) {
    String complaint = ValueCheck.formatComplaint("", property, value);
    if (complaint != null) {
      throw new MalformedPropertyException(complaint);
    }
  }

  /** Returns the schema of a property, for {@code net3} that of {@code net[n]}, or null. */
  public static @Nullable Property find(Map<String, Property> schema, String name) {
    Property exact = schema.get(name);
    if (exact != null) {
      return name.endsWith("[n]") ? null : exact;
    }
    var numbered = NUMBERED.matcher(name);
    if (!numbered.matches()) {
      return null;
    }
    String stem = numbered.group(1);
    int index = Integer.parseInt(numbered.group(2));
    return index <= LAST_INDEX.getOrDefault(stem, LAST_INDEX_OF_OTHERS)
        ? schema.get(stem + "[n]")
        : null;
  }

  /** Splits a list as the server does: at commas, semicolons, spaces and NUL. */
  public static List<String> split(String list) {
    return FormatChecks.split(list);
  }

  /** Checks named values and adds an error for each that is missing, unknown or invalid. */
  static void checkObject(
      String path,
      Map<String, Property> schema,
      Map<String, ?> values,
      Map<String, String> errors) {
    ParameterCheck check = new ParameterCheck(path, schema, values, errors);
    schema.keySet().forEach(check::checkPresence);
    values.keySet().forEach(check::checkValue);
  }

  private void checkPresence(String name) {
    Property property = schema.get(name);
    if (property == null || name.endsWith("[n]") || values.get(name) != null) {
      return;
    }
    String type = typeFor(property, values);
    boolean optional = property.mayBeMissing();
    if (property.hasVariants() && property.typeProperty() != null) {
      Property variant = property.variant(type);
      optional = optional || variant == null || variant.optional();
    } else if (type != null && !property.instanceTypes().isEmpty()) {
      optional = optional || !property.instanceTypes().contains(type);
    }
    if (!optional) {
      add(name, "property is missing and it is not optional");
    }
  }

  private void checkValue(String name) {
    Property property = described(find(schema, name), values);
    if (property == null) {
      add(name, UNKNOWN);
      return;
    }
    Object value = values.get(name);
    if (value != null) {
      ValueCheck.check(below(name), property, value, errors);
    }
    String requires = property.requires();
    if (requires != null && values.get(requires) == null) {
      add(requires, "missing property required by '" + below(name) + "'");
    }
  }

  private void add(String name, String complaint) {
    // The server joins several complaints with a backslash and an n, not with a newline.
    errors.merge(below(name), complaint, (before, next) -> before + "\\n" + next);
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Returns the description that applies beside these values, or null if there is none. */
  private static @Nullable Property described(@Nullable Property property, Map<String, ?> values) {
    return property == null || !property.hasVariants()
        ? property
        : property.variant(typeFor(property, values));
  }

  private static @Nullable String typeFor(Property property, Map<String, ?> values) {
    String name = property.typeProperty();
    return name != null && values.get(name) instanceof String type ? type : null;
  }

  // Perl takes an empty string and 0 for false, so these are not made a list.
  private static @Nullable Object asDeclared(Property property, @Nullable Object value) {
    if (value instanceof List<?> list && property.isListString()) {
      return String.join(",", list.stream().map(String::valueOf).toList());
    }
    return value instanceof String text && "array".equals(property.type()) && Booleans.isTrue(text)
        ? List.of(text)
        : value;
  }
}
