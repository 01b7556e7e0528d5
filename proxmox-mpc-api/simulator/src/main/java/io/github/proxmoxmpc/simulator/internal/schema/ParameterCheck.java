package io.github.proxmoxmpc.simulator.internal.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks parameters against the schema, with the messages of PVE::JSONSchema::validate. The
 * messages for type, range, enumeration, length, pattern, missing and unknown properties are as
 * seen on Proxmox VE 9.2.11.
 */
public final class ParameterCheck {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
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

  private ParameterCheck() {}

  /**
   * Checks the parameters of a request.
   *
   * @param schema the parameters of the operation
   * @param given text, or a list of texts for a repeated parameter
   * @return the parameters, with a list for each array of the schema
   * @throws InvalidParametersException if any parameter is invalid
   */
  public static Map<String, Object> verify(
      Map<String, Property> schema, Map<String, Object> given) {
    Map<String, Object> normalized = new TreeMap<>();
    Map<String, String> errors = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          Property property = find(schema, name);
          if (property == null) {
            errors.put(
                name,
                "property is not defined in schema and the schema does not allow additional"
                    + " properties");
          } else {
            normalized.put(name, listIfWanted(property, value));
          }
        });
    schema.forEach(
        (name, property) -> {
          if (!normalized.containsKey(name) && !name.endsWith("[n]") && !property.mayBeMissing()) {
            errors.put(name, "property is missing and it is not optional");
          }
        });
    normalized.forEach(
        (name, value) -> {
          Property property = find(schema, name);
          if (property != null) {
            check(name, property, value, errors);
            String requires = property.requires();
            if (requires != null && !normalized.containsKey(requires)) {
              errors.put(requires, "missing property - '" + name + "' requires this property");
            }
          }
        });
    if (!errors.isEmpty()) {
      throw new InvalidParametersException(errors);
    }
    return normalized;
  }

  /**
   * Checks a value against the format of a property, as check_format of PVE::JSONSchema does: named
   * formats, and the parts of property strings.
   *
   * @throws MalformedPropertyException if the value does not have the format
   */
  public static void verifyFormat(Property property, String value) {
    String complaint = formatComplaint("", property, value);
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

  private static Object listIfWanted(Property property, Object value) {
    if ("array".equals(property.type()) && value instanceof String text) {
      // A single value can be a list of one, and older clients send lists with commas.
      return property.items() != null && property.items().isFormatted() && text.contains("=")
          ? List.of(text)
          : FormatChecks.split(text);
    }
    return value;
  }

  private static void check(
      String path, Property property, Object value, Map<String, String> errors) {
    if (property.dependsOnType()) {
      return;
    }
    if (value instanceof List<?> list) {
      if (!"array".equals(property.type())) {
        errors.put(path, "type check ('" + property.type() + "') failed - got ARRAY");
        return;
      }
      Property items = property.items();
      for (int i = 0; items != null && i < list.size(); i++) {
        check(path + "[" + i + "]", items, String.valueOf(list.get(i)), errors);
      }
      return;
    }
    String complaint = complaint(path, property, value.toString());
    if (complaint != null) {
      errors.put(path, complaint);
    }
  }

  private static @Nullable String complaint(String path, Property property, String value) {
    String type = property.type();
    if (!hasType(type, value)) {
      return "type check ('" + type + "') failed - got '" + value + "'";
    }
    String malformed = formatComplaint(path, property, value);
    if (malformed != null) {
      return "invalid format - " + malformed;
    }
    Pattern pattern = property.pattern();
    if (pattern != null && !pattern.matcher(value).matches()) {
      return "value does not match the regex pattern";
    }
    BigDecimal longest = property.number("maxLength");
    if (longest != null && value.length() > longest.intValue()) {
      return "value may only be " + longest + " characters long";
    }
    BigDecimal shortest = property.number("minLength");
    if (shortest != null && value.length() < shortest.intValue()) {
      return "value must be at least " + shortest + " characters long";
    }
    if (NUMBER.matcher(value).matches()) {
      BigDecimal number = new BigDecimal(value);
      BigDecimal maximum = property.number("maximum");
      if (maximum != null && number.compareTo(maximum) > 0) {
        return "value must have a maximum value of " + maximum;
      }
      BigDecimal minimum = property.number("minimum");
      if (minimum != null && number.compareTo(minimum) < 0) {
        return "value must have a minimum value of " + minimum;
      }
    }
    List<@Nullable Object> choices = property.choices();
    if (!choices.isEmpty()
        && choices.stream().noneMatch(one -> value.equals(String.valueOf(one)))) {
      return "value '"
          + value
          + "' does not have a value in the enumeration '"
          + choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
          + "'";
    }
    return null;
  }

  private static boolean hasType(@Nullable String type, String value) {
    return switch (type == null ? "string" : type) {
      case "boolean" -> value.equals("0") || value.equals("1");
      case "integer" -> INTEGER.matcher(value).matches();
      case "number" -> NUMBER.matcher(value).matches();
      default -> true;
    };
  }

  private static @Nullable String formatComplaint(String path, Property property, String value) {
    Map<String, Property> parts = property.parts();
    if (parts.isEmpty()) {
      String name = property.formatName();
      return name == null ? null : FormatChecks.complaint(name, value);
    }
    ParsedPropertyString parsed;
    try {
      parsed = ParsedPropertyString.parse(parts, value);
    } catch (MalformedPropertyException e) {
      return e.getMessage() + "\n";
    }
    Map<String, String> errors = new TreeMap<>();
    parts.forEach(
        (key, part) -> {
          if (!parsed.values().containsKey(key) && !part.mayBeMissing()) {
            errors.put(part(path, key), "property is missing and it is not optional");
          }
        });
    parsed
        .values()
        .forEach(
            (key, part) -> {
              Property partSchema = parts.get(key);
              if (partSchema != null) {
                check(part(path, key), partSchema, part, errors);
              }
            });
    if (errors.isEmpty()) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    errors.forEach((key, complaint) -> lines.add(key + ": " + complaint + "\n"));
    return "format error\n" + String.join("", lines);
  }

  private static String part(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
