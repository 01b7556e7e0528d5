package io.github.proxmoxmpc.api.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the overrides tell of texts and numbers - names of things, secrets, units, property strings
 * - written into the facts of each value, apart from the generator.
 */
final class SemanticFacts {
  /** The values that a row is about, by operation, side and name: {@code GLOB ? a, b}. */
  private record Place(Pattern title, char side, List<String> names) {
    static Place parse(Object text) {
      String[] parts = text.toString().split(" (?=[?.:] )", 2);
      String glob =
          Arrays.stream(parts[0].split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      String method = parts[0].matches("[A-Z]+ .*") ? "" : "[A-Z]+ ";
      return new Place(
          Pattern.compile(method + glob),
          parts[1].charAt(0),
          List.of(parts[1].substring(2).split(", ")));
    }

    boolean is(String operation, char mark, String name) {
      boolean isSide = side == mark || side == ':';
      return isSide && names.contains(name) && title.matcher(operation).matches();
    }
  }

  /** The section of a row, and what it says of the values that it is about. */
  private record Row(
      String section,
      String says,
      Map<String, @Nullable Object> facts,
      List<Place> places,
      List<Place> placesOfLists) {
    static Row of(String section, String says, Map<String, @Nullable Object> facts) {
      List<Place> places = places(facts, "at", "looselyAt");
      return new Row(section, says, facts, places, places(facts, "listsAt"));
    }

    private static List<Place> places(Map<String, @Nullable Object> facts, String... parts) {
      return Arrays.stream(parts)
          .flatMap(part -> SchemaFile.list(facts.get(part)).stream())
          .map(Place::parse)
          .toList();
    }

    boolean lists(String part, @Nullable Object text) {
      return text != null && SchemaFile.list(facts.get(part)).contains(text);
    }

    boolean isAt(String operation, char side, String name) {
      return places.stream().anyMatch(place -> place.is(operation, side, name));
    }

    /** Whether the value is a list of such. */
    boolean isListedAt(String operation, char side, String name) {
      return placesOfLists.stream().anyMatch(place -> place.is(operation, side, name));
    }

    boolean isOfKey(String java, String key) {
      return SchemaFile.list(facts.get("keys")).stream()
          .map(each -> each.toString().split(" \\. "))
          .anyMatch(
              each -> each[0].equals(java) && Arrays.asList(each[1].split(", ")).contains(key));
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> types;
  private final Map<String, Map<String, @Nullable Object>> definitions = new LinkedHashMap<>();

  /** The keys of each type of property strings, as far as they were met. */
  private final Map<String, Map<String, @Nullable Object>> known = new LinkedHashMap<>();

  SemanticFacts(Map<String, @Nullable Object> overrides, Map<String, @Nullable Object> operations) {
    add("identifiers", "type", overrides);
    add("secrets", "", overrides);
    add("units", "unit", overrides);
    add("freeForm", "reason", overrides);
    Map<String, @Nullable Object> formats = SchemaFile.object(overrides.get("formats"));
    types = SchemaFile.list(formats.get("types")).stream().map(SchemaFile::object).toList();
    for (Object each : SchemaFile.list(formats.get("definitions"))) {
      Map<String, @Nullable Object> definition = SchemaFile.object(each);
      definitions.put(
          String.valueOf(definition.get("name")),
          definition.containsKey("like")
              ? keysOf(definition.get("like").toString(), operations)
              : SchemaFile.object(definition.get("properties")));
    }
  }

  private void add(String section, String part, Map<String, @Nullable Object> overrides) {
    for (Object row : SchemaFile.list(overrides.get(section))) {
      Map<String, @Nullable Object> facts = SchemaFile.object(row);
      rows.add(Row.of(section, part.isEmpty() ? "secret" : facts.get(part).toString(), facts));
    }
  }

  private static Map<String, @Nullable Object> keysOf(
      String parameter, Map<String, @Nullable Object> operations) {
    String[] parts = parameter.split(" \\? ");
    Map<String, @Nullable Object> operation = SchemaFile.object(operations.get(parts[0]));
    Map<String, @Nullable Object> facts =
        SchemaFile.object(SchemaFile.object(operation.get("parameters")).get(parts[1]));
    return SchemaFile.object(facts.get("format"));
  }

  /**
   * Writes them into the facts of all operations: first into what they take, because what takes a
   * key knows best what it is.
   */
  void enter(Map<String, @Nullable Object> operations) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(operations);
    all.keySet().removeIf(title -> title.contains(" ? "));
    all.forEach(
        (title, operation) ->
            SchemaFile.object(SchemaFile.object(operation).get("parameters"))
                .forEach((name, facts) -> enter(title, '?', name, SchemaFile.object(facts))));
    all.forEach(
        (title, operation) -> {
          Object returns = SchemaFile.object(operation).get("returns");
          enter(title, '.', "", SchemaFile.object(returns));
        });
  }

  private void enter(String title, char side, String name, Map<String, @Nullable Object> facts) {
    Map<String, @Nullable Object> property = propertyRow(title, name, facts);
    if (property != null) {
      enterProperty(property, facts);
    }
    for (Row row : rows) {
      boolean isNamed = row.isAt(title, side, name);
      if (property != null ? row.section().equals("secrets") && isNamed : fits(row, facts)) {
        if (isNamed || isOfFormat(row, facts)) {
          facts.put(row.section().equals("freeForm") ? "free" : "meaning", row.says());
        }
      }
      if (isListOf(row, facts) || row.isListedAt(title, side, name)) {
        facts.put("elementMeaning", row.says());
      }
    }
    if (facts.containsKey("items")) {
      enter(title, side, name, SchemaFile.object(facts.get("items")));
    }
    for (Object choice : SchemaFile.list(facts.get("oneOf"))) {
      enter(title, side, name, SchemaFile.object(choice));
    }
    SchemaFile.object(facts.get("properties"))
        .forEach((field, value) -> enter(title, side, field, SchemaFile.object(value)));
  }

  private static boolean isListOf(Row row, Map<String, @Nullable Object> facts) {
    return facts.get("format") instanceof String format
        && format.endsWith("-list")
        && row.lists("formats", format.replaceFirst("-list$", ""));
  }

  private static boolean isOfFormat(Row row, Map<String, @Nullable Object> facts) {
    return row.lists("formats", facts.get("format")) || row.lists("formats", facts.get("renderer"));
  }

  /** Names are texts of any form, units are of numbers, and a guest's id is both. */
  private static boolean fits(Row row, Map<String, @Nullable Object> facts) {
    Facts value = new Facts(facts);
    boolean isList = value.text("format").endsWith("-list");
    boolean isUnit = row.section().equals("units");
    if (row.section().equals("freeForm")) {
      return value.type().equals("any")
          || (value.type().equals("object") && value.properties().isEmpty());
    }
    return switch (value.type()) {
      case "string", "any" -> !isUnit && value.values().isEmpty() && !isList;
      case "integer", "number" -> isUnit || row.says().endsWith(".VmId");
      default -> false;
    };
  }

  /** The row of a property string; null where it is none. */
  private @Nullable Map<String, @Nullable Object> propertyRow(
      String title, String name, Map<String, @Nullable Object> facts) {
    Object format = facts.get("format");
    for (Map<String, @Nullable Object> type : types) {
      boolean isNamed = SchemaFile.list(type.get("of")).contains(name);
      Object under = type.getOrDefault("under", "");
      if ((isNamed && SchemaFile.list(type.get("answers")).contains(title))
          || (isNamed
              && format instanceof Map
              && title.split(" ")[1].startsWith(String.valueOf(under)))
          || (definitions.containsKey(String.valueOf(format))
              && SchemaFile.list(type.get("formats")).contains(format))) {
        return type;
      }
    }
    return null;
  }

  private void enterProperty(
      Map<String, @Nullable Object> type, Map<String, @Nullable Object> facts) {
    String java = String.valueOf(type.get("java"));
    Object format = facts.get("format");
    Map<String, @Nullable Object> keys =
        SchemaFile.object(
            format instanceof String name
                ? definitions.get(name)
                : format == null ? facts.get("properties") : format);
    Map<String, @Nullable Object> all =
        new LinkedHashMap<>(known.getOrDefault(java, new LinkedHashMap<>()));
    keys.forEach(all::putIfAbsent);
    known.put(java, all);
    facts.put("propertyType", java);
    facts.put("propertyKeys", all);
    facts.put("namedKeys", keys);
    all.forEach(
        (key, value) -> {
          Map<String, @Nullable Object> of = SchemaFile.object(value);
          for (Row row : rows) {
            if (fits(row, of) && (isOfFormat(row, of) || row.isOfKey(java, key))) {
              of.put("meaning", row.says());
            }
          }
          for (String told : List.of("lists", "secrets", "sources")) {
            if (SchemaFile.list(type.get(told)).contains(key)) {
              of.put("told", told);
            }
          }
        });
  }
}
