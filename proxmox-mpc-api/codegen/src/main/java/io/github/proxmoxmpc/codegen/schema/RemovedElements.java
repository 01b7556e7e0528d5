package io.github.proxmoxmpc.codegen.schema;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the schema file holds under {@code gone}: operations, and parts of operations, that the
 * release at hand has no longer. They are entered where they stood, so that older servers can be
 * spoken to and newer ones are not bothered.
 *
 * <p>An element may have been there after it was seen last: what counts is the first of the known
 * releases that lacks it, as {@link #GONE_IN}.
 */
final class RemovedElements {
  /** The first release that an element is missing in. */
  static final String GONE_IN = "goneIn";

  /** What does the same today. */
  static final String INSTEAD = "instead";

  /** The values that are gone, each with its {@code since} and {@link #GONE_IN}. */
  static final String GONE_VALUES = "goneValues";

  private static final String SINCE = "since";

  private final List<String> releases;
  private final Map<String, @Nullable Object> rows;

  private RemovedElements(List<String> releases, Map<String, @Nullable Object> rows) {
    this.releases = releases;
    this.rows = rows;
  }

  /**
   * Reads the rows.
   *
   * @param successors rows of the overrides, each with what does the same today
   * @throws IllegalArgumentException if one of those is of something that is not gone
   */
  static RemovedElements read(
      Map<String, @Nullable Object> schema, List<@Nullable Object> successors) {
    List<String> releases =
        Json.list(schema.get("releases")).stream().map(String::valueOf).toList();
    Map<String, @Nullable Object> rows = new TreeMap<>(Json.object(schema.get("gone")));
    RemovedElements gone = new RemovedElements(releases, rows);
    rows.replaceAll((key, row) -> gone.dated(Json.object(row)));
    for (Object each : successors) {
      Map<String, @Nullable Object> successor = Json.object(each);
      for (Object of : Json.list(successor.get("of"))) {
        if (!rows.containsKey(String.valueOf(of))) {
          throw new IllegalArgumentException("overrides.json: " + of + " is not gone");
        }
        Json.object(rows.get(String.valueOf(of))).put(INSTEAD, successor.get(INSTEAD));
      }
    }
    return gone;
  }

  private Map<String, @Nullable Object> dated(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> dated = new LinkedHashMap<>(row);
    int last = releases.indexOf(String.valueOf(dated.remove("until")));
    if (last < 0 || last + 1 == releases.size()) {
      throw new IllegalArgumentException(
          "pve-api.json: something is gone, but not since one of its releases: " + row);
    }
    dated.put(GONE_IN, releases.get(last + 1));
    return dated;
  }

  /** The operations, by method and path. */
  Map<String, @Nullable Object> operations() {
    Map<String, @Nullable Object> operations = new TreeMap<>(rows);
    operations.keySet().removeIf(key -> ElementKey.parse(key).parameter() != null);
    return operations;
  }

  /**
   * Enters the parts into the operations that had them.
   *
   * @throws IllegalArgumentException if there is no such operation, today or gone
   */
  void enterParts(Map<String, @Nullable Object> operations) {
    // What holds a part is entered before it: "OPERATION ? parameter" is the shorter key.
    rows.forEach(
        (text, row) -> {
          ElementKey key = ElementKey.parse(text);
          String parameter = key.parameter();
          if (parameter != null) {
            if (operations.get(key.operation()) == null) {
              throw new IllegalArgumentException(
                  "pve-api.json: " + text + " is gone, but there is no operation that had it");
            }
            enter(Json.object(operations.get(key.operation())), parameter, key, Json.object(row));
          }
        });
  }

  private static void enter(
      Map<String, @Nullable Object> operation,
      String name,
      ElementKey key,
      Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
    String part = key.part();
    if (part == null) {
      enter(parameters, name, key.value(), youngerThan(operation.get(SINCE), row));
    } else if (parameters.get(name) != null) {
      Map<String, @Nullable Object> parameter = Json.object(parameters.get(name));
      Object since = parameter.getOrDefault(SINCE, operation.get(SINCE));
      // Where the keys stand no longer but a name does, nobody knows which of them are gone.
      if (TypeSchema.listed(parameter).get("format") instanceof Map<?, ?> keys) {
        enter(Json.object(keys), part, key.value(), youngerThan(since, row));
      }
    }
  }

  /** A row says since when only where that is later than with what holds it. */
  private static Map<String, @Nullable Object> youngerThan(
      @Nullable Object since, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(row);
    if (String.valueOf(row.get(SINCE)).equals(String.valueOf(since))) {
      facts.remove(SINCE);
    }
    return facts;
  }

  /** Enters an element, or a value of it, among those of its kind. */
  private static void enter(
      Map<String, @Nullable Object> elements,
      String name,
      @Nullable String value,
      Map<String, @Nullable Object> facts) {
    if (value == null) {
      facts.put("optional", 1);
      elements.putIfAbsent(name, facts);
    } else if (elements.get(name) != null) {
      Map<String, @Nullable Object> schema = TypeSchema.listed(Json.object(elements.get(name)));
      if (!Json.list(schema.get("enum")).isEmpty()) {
        Map<String, @Nullable Object> values = Json.object(schema.get(GONE_VALUES));
        values.put(value, facts);
        schema.put(GONE_VALUES, values);
      }
    }
  }

  /** The gone values of a schema. */
  static List<GoneValue> valuesOf(Map<String, @Nullable Object> schema) {
    List<GoneValue> values = new ArrayList<>();
    Json.object(schema.get(GONE_VALUES))
        .forEach(
            (value, row) -> {
              TypeSchema facts = new TypeSchema(Json.object(row));
              values.add(
                  new GoneValue(
                      value, facts.text(SINCE), Objects.requireNonNull(facts.gone(), value)));
            });
    return values;
  }
}
