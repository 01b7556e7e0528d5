package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The property strings of the API: the section {@code formats} of overrides.json. It names the Java
 * type of each format, and defines the formats that the schema only names.
 *
 * <p>Each parameter and field that is a property string gets its type as the fact {@code java} and
 * its keys as the fact {@code format}.
 */
public final class PropertyFormats {
  static final String JAVA = "java";
  private static final String FORMAT = "format";

  private final Map<String, Map<String, @Nullable Object>> definitions = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * The Java type of one format.
   *
   * @param java its simple name
   * @param names the parameters and fields that have the type
   * @param under the beginning of the paths of their operations; empty for all operations
   * @param formats the named formats that have the type
   * @param answers the operations in whose results the fields have the type, even if the schema
   *     declares another one there
   * @param facts all facts of the row
   */
  public record Row(
      String java,
      List<String> names,
      String under,
      List<String> formats,
      List<String> answers,
      Map<String, @Nullable Object> facts) {}

  private PropertyFormats() {}

  /**
   * Reads the section; an empty section has no property strings.
   *
   * @param operations the operations by method and path; a definition may be {@code like} one of
   *     their parameters
   */
  static PropertyFormats read(
      Map<String, @Nullable Object> section, Map<String, @Nullable Object> operations) {
    PropertyFormats formats = new PropertyFormats();
    for (Object each : Json.list(section.get("definitions"))) {
      Map<String, @Nullable Object> definition = Json.object(each);
      Object like = definition.get("like");
      formats.definitions.put(
          String.valueOf(definition.get("name")),
          like == null
              ? Json.object(definition.get("properties"))
              : keysOf(like.toString(), operations));
    }
    for (Object each : Json.list(section.get("types"))) {
      Map<String, @Nullable Object> row = Json.object(each);
      Object under = row.get("under");
      formats.rows.add(
          new Row(
              String.valueOf(row.get(JAVA)),
              texts(row.get("of")),
              under == null ? "" : under.toString(),
              texts(row.get("formats")),
              texts(row.get("answers")),
              row));
    }
    return formats;
  }

  /** Returns the keys of {@code OPERATION ? parameter}. */
  private static Map<String, @Nullable Object> keysOf(
      String parameter, Map<String, @Nullable Object> operations) {
    ElementKey key = ElementKey.parse(parameter);
    Map<String, @Nullable Object> operation = Json.object(operations.get(key.operation()));
    Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
    return Json.object(Json.object(parameters.get(key.parameter())).get(FORMAT));
  }

  /** Returns the rows, in the order of the file. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Writes the types into the facts of an operation. */
  void enter(String title, Map<String, @Nullable Object> operation) {
    String path = title.substring(title.indexOf(' ') + 1);
    Json.object(operation.get("parameters"))
        .forEach((name, schema) -> enter(title, path, name, Json.object(schema)));
    enter(title, path, "", Json.object(operation.get("returns")));
  }

  private void enter(String title, String path, String name, Map<String, @Nullable Object> schema) {
    Row answered = answered(title, name);
    if (answered != null && schema.get("properties") instanceof Map<?, ?> declared) {
      // The server declares an object here, but a property string in requests.
      schema.put("type", "string");
      schema.put(FORMAT, new LinkedHashMap<>(Json.object(declared)));
      schema.remove("properties");
      schema.put(JAVA, answered.java());
      return;
    }
    Object format = schema.get(FORMAT);
    if (format instanceof Map<?, ?>) {
      schema.put(JAVA, rowOf(title, path, name).java());
    } else if (format != null && definitions.containsKey(format.toString())) {
      schema.put(JAVA, named(format.toString()).java());
      schema.put("formatName", format);
      schema.put(FORMAT, definitions.get(format.toString()));
    } else if (answered != null) {
      schema.put("type", "string");
      schema.put(FORMAT, new LinkedHashMap<>());
      schema.put(JAVA, answered.java());
    }
    Json.object(schema.get("properties"))
        .forEach((field, value) -> enter(title, path, field, Json.object(value)));
    if (schema.get("items") != null) {
      enter(title, path, name, Json.object(schema.get("items")));
    }
    enterAlternatives(title, path, name, schema);
  }

  /** Gives one type, with all keys, to list elements that depend on another parameter. */
  private void enterAlternatives(
      String title, String path, String name, Map<String, @Nullable Object> schema) {
    for (Object each : Json.list(schema.get("oneOf"))) {
      Map<String, @Nullable Object> items = Json.object(Json.object(each).get("items"));
      if (items.get(FORMAT) instanceof Map<?, ?>) {
        Row row = rowOf(title, path, name);
        items.put(JAVA, row.java());
        schema.putIfAbsent(
            "items", new LinkedHashMap<>(Map.of("type", "string", JAVA, row.java())));
      }
    }
  }

  private @Nullable Row answered(String title, String name) {
    for (Row row : rows) {
      if (row.answers().contains(title) && row.names().contains(name)) {
        return row;
      }
    }
    return null;
  }

  private Row rowOf(String title, String path, String name) {
    for (Row row : rows) {
      if (row.names().contains(name) && path.startsWith(row.under())) {
        return row;
      }
    }
    throw new IllegalArgumentException(
        "overrides.json: no type for the property string " + name + " of " + title);
  }

  private Row named(String format) {
    for (Row row : rows) {
      if (row.formats().contains(format)) {
        return row;
      }
    }
    throw new IllegalArgumentException("overrides.json: no type for the format " + format);
  }

  private static List<String> texts(@Nullable Object list) {
    return Json.list(list).stream().map(String::valueOf).toList();
  }
}
