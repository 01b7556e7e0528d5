package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What values mean that the schema calls strings and numbers: identifiers, secrets, units, and what
 * is but true or false. Read from the overrides and written into the facts of each value, as {@link
 * #FACT}.
 *
 * <p>A row says where by formats, by renderers, or by places: {@code /cluster/sdn* ? zone} are
 * parameters called {@code zone}, with {@code .} instead of {@code ?} fields, with {@code :} both;
 * {@code *} stands for anything, and a place may begin with a method. Keys of property strings
 * stand by the type of their format: {@code Startup . up, down}. A row that is {@code listed} is
 * about values that the schema lists one by one, and takes the place of an enumeration. What stands
 * under {@code listsAt} is a list in one text, of such elements.
 */
final class SemanticTypes {
  /** Under which name the facts of a value hold what it means. */
  static final String FACT = "meaning";

  /** The fact that says why a value has no form that could be told. */
  static final String FREE_FACT = "freeForm";

  /** The fact that says that its text may be something else as well. */
  static final String LOOSE_FACT = "loose";

  /** The fact that says what the elements of a list in one text mean. */
  static final String ELEMENT_FACT = "elementMeaning";

  /** The type of what the schema calls a number or a text, and is but true or false. */
  private static final String TRUTH = "boolean";

  private static final Pattern NAMES = Pattern.compile("\\s*,\\s*");

  private static final String LIST = "-list";

  /** Where two rows fit, the later one says it better. */
  private final List<Row> rows = new ArrayList<>();

  private enum Side {
    PARAMETER('?'),
    FIELD('.'),
    BOTH(':');

    private final char mark;

    Side(char mark) {
      this.mark = mark;
    }
  }

  private record Place(Pattern operations, Side side, List<String> names) {
    static Place of(String text) {
      for (Side side : Side.values()) {
        int mark = text.indexOf(" " + side.mark + " ");
        if (mark >= 0) {
          String glob = text.substring(0, mark);
          String method = glob.startsWith("/") || glob.startsWith("*") ? "[A-Z]+ " : "";
          return new Place(
              Pattern.compile(method + "\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E"),
              side,
              NAMES.splitAsStream(text.substring(mark + 3)).toList());
        }
      }
      throw new IllegalArgumentException("overrides.json: no place: " + text);
    }

    boolean holds(String operation, boolean parameter, String name) {
      return (side == Side.BOTH || (side == Side.PARAMETER) == parameter)
          && names.contains(name)
          && operations.matcher(operation).matches();
    }
  }

  /** A key of the property strings of one Java type. */
  private record Key(String java, String name) {
    static List<Key> all(@Nullable Object texts) {
      List<Key> keys = new ArrayList<>();
      for (Object text : Json.list(texts)) {
        String[] parts = String.valueOf(text).split(" \\. ", 2);
        NAMES.splitAsStream(parts[1]).forEach(name -> keys.add(new Key(parts[0], name)));
      }
      return keys;
    }
  }

  private static final class Row {
    private final String meaning;
    private final boolean numeric;
    private final boolean listed;
    private final List<String> formats;
    private final List<Place> places;
    private final List<Place> loosePlaces;
    private final List<Place> listPlaces;
    private final List<Key> keys;
    private final @Nullable String freeReason;
    private final Map<String, @Nullable Object> facts;
    private boolean used;

    Row(String meaning, boolean numeric, Map<String, @Nullable Object> facts) {
      this.meaning = meaning;
      this.numeric = numeric;
      this.facts = facts;
      this.listed = Json.truth(facts.get("listed"));
      this.formats = Json.list(facts.get("formats")).stream().map(String::valueOf).toList();
      this.places = places(facts.get("at"));
      this.loosePlaces = places(facts.get("looselyAt"));
      this.listPlaces = places(facts.get("listsAt"));
      this.keys = Key.all(facts.get("keys"));
      this.freeReason = facts.get("reason") == null ? null : String.valueOf(facts.get("reason"));
    }

    private static List<Place> places(@Nullable Object texts) {
      return Json.list(texts).stream().map(text -> Place.of(String.valueOf(text))).toList();
    }

    void apply(
        String operation, boolean parameter, String name, Map<String, @Nullable Object> facts) {
      TypeSchema schema = new TypeSchema(facts);
      if (isListOfThese(schema) || holds(listPlaces, operation, parameter, name)) {
        facts.put(ELEMENT_FACT, meaning);
        used = true;
        return;
      }
      boolean loose = holds(loosePlaces, operation, parameter, name);
      if (fits(schema)
          && (loose || isOfFormat(schema) || holds(places, operation, parameter, name))) {
        String fact = freeReason != null ? FREE_FACT : meaning.equals(TRUTH) ? "type" : FACT;
        facts.put(fact, meaning);
        if (loose) {
          facts.put(LOOSE_FACT, true);
        }
        used = true;
      }
    }

    /** Gives a key of a property string its meaning; a name tells nothing but in its own format. */
    void applyToKey(Key key, Map<String, @Nullable Object> facts) {
      TypeSchema schema = new TypeSchema(facts);
      if (fits(schema) && (isOfFormat(schema) || keys.contains(key))) {
        facts.put(FACT, meaning);
        used = true;
      }
    }

    private boolean isOfFormat(TypeSchema schema) {
      return formats.stream()
          .anyMatch(
              each -> each.equals(schema.formatName()) || each.equals(schema.text("renderer")));
    }

    private static boolean holds(
        List<Place> places, String operation, boolean parameter, String name) {
      return places.stream().anyMatch(place -> place.holds(operation, parameter, name));
    }

    private boolean isListOfThese(TypeSchema schema) {
      return isList(schema) && formats.contains(elementFormat(schema));
    }

    private static String elementFormat(TypeSchema schema) {
      String format = String.valueOf(schema.formatName());
      return format.substring(0, format.length() - LIST.length());
    }

    /** A list in one text has the format of its elements, and a name that says so. */
    private static boolean isList(TypeSchema schema) {
      String format = schema.formatName();
      return format != null && format.endsWith(LIST);
    }

    private boolean fits(TypeSchema schema) {
      if (freeReason != null) {
        return schema.isOpen();
      }
      if (schema.propertyType() != null) {
        // It has a type; that nobody should see it is said beside.
        return meaning.equals("secret");
      }
      if (meaning.equals(TRUTH)) {
        return schema.values().isEmpty() && Set.of("integer", "string").contains(schema.type());
      }
      return switch (schema.type()) {
        case "string", "any" -> !numeric && schema.values().isEmpty() != listed && !isList(schema);
        case "integer", "number" -> numeric || meaning.endsWith("VmId");
        default -> false;
      };
    }
  }

  private SemanticTypes() {}

  /** Writes the meanings of the overrides into the facts of the operations. */
  static void apply(
      Map<String, @Nullable Object> operations, Map<String, @Nullable Object> overrides) {
    SemanticTypes meanings = new SemanticTypes();
    for (Object row : Json.list(overrides.get("identifiers"))) {
      Map<String, @Nullable Object> facts = Json.object(row);
      meanings.rows.add(new Row(String.valueOf(facts.get("type")), false, facts));
    }
    for (Object row : Json.list(overrides.get("secrets"))) {
      meanings.rows.add(new Row("secret", false, Json.object(row)));
    }
    for (Object row : Json.list(overrides.get("units"))) {
      Map<String, @Nullable Object> facts = Json.object(row);
      meanings.rows.add(new Row(String.valueOf(facts.get("unit")), true, facts));
    }
    for (Object row : Json.list(overrides.get("booleans"))) {
      meanings.rows.add(new Row(TRUTH, false, Json.object(row)));
    }
    for (Object row : Json.list(overrides.get("freeForm"))) {
      Map<String, @Nullable Object> facts = Json.object(row);
      meanings.rows.add(new Row(String.valueOf(facts.get("reason")), false, facts));
    }
    operations.forEach((title, facts) -> meanings.applyTo(title, Json.object(facts)));
    List<String> idle =
        meanings.rows.stream().filter(row -> !row.used).map(row -> row.facts.toString()).toList();
    if (!idle.isEmpty()) {
      throw new IllegalArgumentException(
          "overrides.json: these rows fit no value of the schema: " + idle);
    }
  }

  private void applyTo(String operation, Map<String, @Nullable Object> facts) {
    Json.object(facts.get("parameters"))
        .forEach((name, value) -> walk(operation, true, name, Json.object(value)));
    walk(operation, false, "", Json.object(facts.get("returns")));
  }

  private void walk(
      String operation, boolean parameter, String name, Map<String, @Nullable Object> facts) {
    for (Row row : rows) {
      row.apply(operation, parameter, name, facts);
    }
    if (facts.get("format") instanceof Map<?, ?>) {
      String java = String.valueOf(facts.get(PropertyFormats.JAVA));
      Json.object(facts.get("format"))
          .forEach(
              (each, value) -> {
                Key key = new Key(java, each);
                rows.forEach(row -> row.applyToKey(key, Json.object(value)));
              });
    }
    if (facts.get("items") != null) {
      walk(operation, parameter, name, Json.object(facts.get("items")));
    }
    for (Object each : Json.list(facts.get("oneOf"))) {
      walk(operation, parameter, name, Json.object(each));
    }
    new LinkedHashMap<>(Json.object(facts.get("properties")))
        .forEach((field, value) -> walk(operation, parameter, field, Json.object(value)));
  }
}
