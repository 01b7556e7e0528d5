package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The results that several operations share, read from the overrides. A row names the type and its
 * places: {@code GET *&#47;firewall/rules} is the object that an operation returns, or each object
 * in its list, and {@code GET /pools . members} is a field of it; {@code *} matches any part of the
 * path. The generator checks that the objects of a row are equal.
 */
final class SharedResultRows {
  /** The fact that holds the row of a shared result. */
  static final String FACT = "sharedResult";

  private static final String FIELD = " . ";
  private static final Pattern DOT = Pattern.compile("\\.");

  private final Map<String, @Nullable Object> operations;

  private record Place(String text, Pattern operation, List<String> fields) {
    static Place of(String text) {
      int mark = text.indexOf(FIELD);
      String glob = mark < 0 ? text : text.substring(0, mark);
      List<String> fields =
          mark < 0 ? List.of() : DOT.splitAsStream(text.substring(mark + FIELD.length())).toList();
      return new Place(
          text, Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E"), fields);
    }
  }

  private SharedResultRows(Map<String, @Nullable Object> operations) {
    this.operations = operations;
  }

  /**
   * Adds each row to the facts of the objects at its places.
   *
   * @throws IllegalArgumentException if a place is not an object, or is in two rows
   */
  static void enter(List<?> rows, Map<String, @Nullable Object> operations) {
    SharedResultRows shared = new SharedResultRows(operations);
    for (Object each : rows) {
      Map<String, @Nullable Object> row = Json.object(each);
      Json.list(row.get("at")).forEach(place -> shared.enter(row, Place.of(String.valueOf(place))));
    }
  }

  private void enter(Map<String, @Nullable Object> row, Place place) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    operations.forEach(
        (title, facts) -> {
          if (place.operation().matcher(title).matches()) {
            objects.add(objectAt(place, Json.object(Json.object(facts).get("returns"))));
          }
        });
    if (objects.isEmpty()) {
      throw new IllegalArgumentException(
          "overrides.json: there is no operation of this shared result: " + place.text());
    }
    for (Map<String, @Nullable Object> object : objects) {
      if (object.put(FACT, row) != null) {
        throw new IllegalArgumentException(
            "overrides.json: two shared results have this place: " + place.text());
      }
    }
  }

  private static Map<String, @Nullable Object> objectAt(
      Place place, Map<String, @Nullable Object> returns) {
    Map<String, @Nullable Object> object = element(returns);
    for (String field : place.fields()) {
      object = element(Json.object(Json.object(object.get("properties")).get(field)));
    }
    if (!"object".equals(new TypeSchema(object).type())) {
      throw new IllegalArgumentException(
          "overrides.json: a shared result is an object, but this place is none: " + place.text());
    }
    return object;
  }

  private static Map<String, @Nullable Object> element(Map<String, @Nullable Object> facts) {
    return facts.get("items") == null ? facts : element(Json.object(facts.get("items")));
  }
}
