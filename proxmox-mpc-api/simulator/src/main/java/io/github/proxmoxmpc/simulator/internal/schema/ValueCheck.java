package io.github.proxmoxmpc.simulator.internal.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks one value, with the messages of check_prop of PVE::JSONSchema 9.2. */
final class ValueCheck {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.\\d+|\\d+\\.|\\.\\d+|\\d+)(?:[eE][+-]?\\d+)?");

  private ValueCheck() {}

  /** Checks a value and adds an error if it is invalid. */
  static void check(String path, Property property, Object value, Map<String, String> errors) {
    if (value instanceof List<?> list) {
      checkList(path, property, list, errors);
      return;
    }
    String complaint =
        value instanceof Map
            ? "type check ('" + property.type() + "') failed - got HASH"
            : complaint(path, property, value.toString());
    if (complaint != null) {
      errors.merge(path, complaint, (before, next) -> before + "\\n" + next);
    }
  }

  private static void checkList(
      String path, Property property, List<?> list, Map<String, String> errors) {
    if (!"array".equals(property.type())) {
      errors.put(path, "type check ('" + property.type() + "') failed - got ARRAY");
      return;
    }
    Property items = property.items();
    for (int i = 0; items != null && i < list.size(); i++) {
      Object item = list.get(i);
      check(path + "[" + i + "]", items, item instanceof Map ? item : String.valueOf(item), errors);
    }
  }

  private static @Nullable String complaint(String path, Property property, String value) {
    String type = property.type();
    if (!hasType(type, value)) {
      String got = "array".equals(type) ? "" : " - got '" + value + "'";
      return "type check ('" + type + "') failed" + got;
    }
    String malformed = formatComplaint(path, property, value);
    if (malformed != null) {
      return "invalid format - " + malformed;
    }
    Pattern pattern = property.pattern();
    if (pattern != null && !pattern.matcher(value).matches()) {
      return "value does not match the regex pattern";
    }
    String outside = lengthComplaint(property, value);
    if (outside == null && NUMBER.matcher(value).matches()) {
      outside = rangeComplaint(property, new BigDecimal(value));
    }
    if (outside != null) {
      return outside;
    }
    List<@Nullable Object> choices = property.choices();
    return choices.isEmpty() || choices.stream().anyMatch(one -> value.equals(String.valueOf(one)))
        ? null
        : "value '"
            + value
            + "' does not have a value in the enumeration '"
            + choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + "'";
  }

  private static @Nullable String lengthComplaint(Property property, String value) {
    int length = value.codePointCount(0, value.length());
    BigDecimal longest = property.number("maxLength");
    if (longest != null && length > longest.intValue()) {
      return "value may only be " + longest + " characters long";
    }
    BigDecimal shortest = property.number("minLength");
    return shortest != null && length < shortest.intValue()
        ? "value must be at least " + shortest + " characters long"
        : null;
  }

  private static @Nullable String rangeComplaint(Property property, BigDecimal number) {
    BigDecimal maximum = property.number("maximum");
    if (maximum != null && number.compareTo(maximum) > 0) {
      return "value must have a maximum value of " + maximum;
    }
    BigDecimal minimum = property.number("minimum");
    return minimum != null && number.compareTo(minimum) < 0
        ? "value must have a minimum value of " + minimum
        : null;
  }

  private static boolean hasType(@Nullable String type, String value) {
    return switch (type == null ? "any" : type) {
      case "boolean" -> value.equals("0") || value.equals("1");
      case "integer" -> INTEGER.matcher(value).matches();
      case "number" -> NUMBER.matcher(value).matches();
      case "array" -> false;
      default -> true;
    };
  }

  /** Returns the complaint about the format of a value, or null if it is valid. */
  static @Nullable String formatComplaint(String path, Property property, String value) {
    String name = property.formatName();
    if (name != null && FormatChecks.isChecked(name)) {
      return FormatChecks.complaint(name, value);
    }
    Map<String, Property> parts = property.parts();
    if (parts.isEmpty()) {
      return null;
    }
    ParsedPropertyString parsed;
    try {
      parsed = ParsedPropertyString.parse(parts, value);
    } catch (MalformedPropertyException e) {
      return e.getMessage() + "\n";
    }
    Map<String, String> errors = new TreeMap<>();
    ParameterCheck.checkObject(path, parts, parsed.values(), errors);
    if (errors.isEmpty()) {
      return "prune-backups".equals(name) ? pruneComplaint(parsed.values()) : null;
    }
    StringBuilder lines = new StringBuilder("format error\n");
    errors.forEach((key, complaint) -> lines.append(key + ": " + complaint + "\n"));
    return lines.toString();
  }

  private static @Nullable String pruneComplaint(Map<String, String> values) {
    boolean keepsSome =
        values.entrySet().stream()
            .anyMatch(one -> !one.getKey().equals("keep-all") && !one.getValue().matches("0+"));
    return keepsSome && values.containsKey("keep-all") && Booleans.isTrue(values.get("keep-all"))
        ? "keep-all cannot be set together with other options.\n"
        : null;
  }
}
