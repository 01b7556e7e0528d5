package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The property strings of the API: the section {@code formats} of overrides.json, which names the
 * Java type of each and defines those that the schema names without defining them.
 *
 * <p>Entering it into the schema leaves each parameter and field that is a property string with the
 * fact {@code java} and with its keys as the fact {@code format}.
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
   * @param names the parameters and fields that are of it
   * @param under the path under which they stand; empty for all
   * @param formats the named formats that are of it
   * @param answers the operations in whose results the fields are of it, whatever is declared there
   * @param facts all that the row holds
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
   * Reads the section; where there is none, there are no property strings.
   *
   * @param operations by method and path; a definition may be {@code like} a parameter of one
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

  /** The keys of {@code OPERATION ? parameter}. */
  private static Map<String, @Nullable Object> keysOf(
      String parameter, Map<String, @Nullable Object> operations) {
    ElementKey key = ElementKey.parse(parameter);
    Map<String, @Nullable Object> operation = Json.object(operations.get(key.operation()));
    Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
    return Json.object(Json.object(parameters.get(key.parameter())).get(FORMAT));
  }

  /** The rows, in the order of the file. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Enters the types into an operation. */
  void enter(String title, Map<String, @Nullable Object> operation) {
    String path = title.substring(title.indexOf(' ') + 1);
    Json.object(operation.get("parameters"))
        .forEach((name, schema) -> enter(title, path, name, Json.object(schema)));
    enter(title, path, "", Json.object(operation.get("returns")));
  }

  private void enter(String title, String path, String name, Map<String, @Nullable Object> schema) {
    Row answered = answered(title, name);
    if (answered != null && schema.get("properties") instanceof Map<?, ?> declared) {
      // The server answers an object where it takes a text.
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

  /** A list whose elements depend on another parameter: they are of one type with all the keys. */
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
