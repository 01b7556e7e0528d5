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
 * Operations, and parts of operations, that older releases have and the current release does not:
 * the section {@code gone} of the schema file. They are put back in their old places, so that the
 * client can still use them with older servers.
 *
 * <p>The schema file names the last release in which an element was seen, but the element may have
 * existed a little longer. {@link #GONE_IN} therefore is the first known release without it.
 */
final class RemovedElements {
  /** The fact that names the first release without the element. */
  static final String GONE_IN = "goneIn";

  /** The fact that names the replacement of the element. */
  static final String INSTEAD = "instead";

  /** The fact that holds removed values, each with its {@code since} and {@link #GONE_IN}. */
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
   * @param successors rows of the overrides that name the replacements of removed elements
   * @throws IllegalArgumentException if a replaced element was not removed
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
          throw new IllegalArgumentException(
              "overrides.json: " + of + " has a successor but was not removed");
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
          "pve-api.json: a removed element was last seen in no release before the newest: " + row);
    }
    dated.put(GONE_IN, releases.get(last + 1));
    return dated;
  }

  /** Returns the removed operations, by method and path. */
  Map<String, @Nullable Object> operations() {
    Map<String, @Nullable Object> operations = new TreeMap<>(rows);
    operations.keySet().removeIf(key -> ElementKey.parse(key).parameter() != null);
    return operations;
  }

  /**
   * Adds the removed parts to the operations that had them.
   *
   * @throws IllegalArgumentException if the operation of a part is unknown
   */
  void enterParts(Map<String, @Nullable Object> operations) {
    // A parameter is added before its parts and values, because its key is shorter.
    rows.forEach(
        (text, row) -> {
          ElementKey key = ElementKey.parse(text);
          String parameter = key.parameter();
          if (parameter != null) {
            if (operations.get(key.operation()) == null) {
              throw new IllegalArgumentException(
                  "pve-api.json: the operation of the removed element " + text + " is unknown");
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
      // A newer release may only name the format; then the schema does not say which keys are gone.
      if (TypeSchema.listed(parameter).get("format") instanceof Map<?, ?> keys) {
        enter(Json.object(keys), part, key.value(), youngerThan(since, row));
      }
    }
  }

  /** Returns the row without its {@code since} if its holder is equally old. */
  private static Map<String, @Nullable Object> youngerThan(
      @Nullable Object since, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(row);
    if (String.valueOf(row.get(SINCE)).equals(String.valueOf(since))) {
      facts.remove(SINCE);
    }
    return facts;
  }

  /** Adds a removed element, or a removed value of an element. */
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

  /** Returns the removed values of a schema. */
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
