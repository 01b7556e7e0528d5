package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The meanings of values that the schema declares as plain strings and numbers: identifiers,
 * secrets, units and booleans. They come from the overrides and become the fact {@link #FACT} of
 * each value.
 *
 * <p>A row selects its values by formats, by renderers, or by places. The place {@code
 * /cluster/sdn* ? zone} selects parameters called {@code zone}; {@code .} instead of {@code ?}
 * selects fields, and {@code :} both. {@code *} matches any text, and a place may begin with a
 * method. Keys of property strings are selected by the type of their format: {@code Startup . up,
 * down}. A {@code listed} row is for values that the schema enumerates, and replaces the
 * enumeration. The places under {@code listsAt} select lists of such values in one string.
 */
final class SemanticTypes {
  /** The fact that holds the meaning of a value. */
  static final String FACT = "meaning";

  /** The fact that says why the form of a value cannot be declared. */
  static final String FREE_FACT = "freeForm";

  /** The fact that a value may also be a text with another meaning. */
  static final String LOOSE_FACT = "loose";

  /** The fact that holds the meaning of the elements of a list in one string. */
  static final String ELEMENT_FACT = "elementMeaning";

  /** The type of values that are only ever 0 or 1, but are declared as numbers or strings. */
  private static final String TRUTH = "boolean";

  private static final Pattern NAMES = Pattern.compile("\\s*,\\s*");

  private static final String LIST = "-list";

  /** The rows; if several fit a value, the last one counts. */
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
      throw new IllegalArgumentException("overrides.json: not a place: " + text);
    }

    boolean holds(Value value) {
      return (side == Side.BOTH || (side == Side.PARAMETER) == value.isParameter())
          && names.contains(value.name())
          && operations.matcher(value.operation()).matches();
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

    void apply(Value value) {
      TypeSchema schema = value.schema();
      if (isListOfThese(schema) || holds(listPlaces, value)) {
        value.facts().put(ELEMENT_FACT, meaning);
        used = true;
        return;
      }
      boolean loose = holds(loosePlaces, value);
      if (fits(schema) && (loose || isOfFormat(schema) || holds(places, value))) {
        String fact = freeReason != null ? FREE_FACT : meaning.equals(TRUTH) ? "type" : FACT;
        value.facts().put(fact, meaning);
        if (loose) {
          value.facts().put(LOOSE_FACT, true);
        }
        used = true;
      }
    }

    /** Gives a key of a property string its meaning, by its format or by its type and name. */
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

    private static boolean holds(List<Place> places, Value value) {
      return places.stream().anyMatch(place -> place.holds(value));
    }

    private boolean isListOfThese(TypeSchema schema) {
      return isList(schema) && formats.contains(elementFormat(schema));
    }

    private static String elementFormat(TypeSchema schema) {
      String format = String.valueOf(schema.formatName());
      return format.substring(0, format.length() - LIST.length());
    }

    /** Returns whether the format is that of a list: its element's format and {@code -list}. */
    private static boolean isList(TypeSchema schema) {
      String format = schema.formatName();
      return format != null && format.endsWith(LIST);
    }

    private boolean fits(TypeSchema schema) {
      if (freeReason != null) {
        return schema.isOpen();
      }
      if (schema.propertyType() != null) {
        // A property string has its own type; only secrecy can be added to it.
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

  /**
   * Writes the meanings of the overrides into the facts of the values.
   *
   * @throws IllegalArgumentException if a row is not used for any value
   */
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
    Value.visitAll(operations, meanings::applyTo);
    List<String> idle =
        meanings.rows.stream().filter(row -> !row.used).map(row -> row.facts.toString()).toList();
    if (!idle.isEmpty()) {
      throw new IllegalArgumentException(
          "overrides.json: these rows fit no value of the schema: " + idle);
    }
  }

  private void applyTo(Value value) {
    rows.forEach(row -> row.apply(value));
    if (value.facts().get("format") instanceof Map<?, ?> format) {
      String java = String.valueOf(value.facts().get(PropertyFormats.JAVA));
      Json.object(format)
          .forEach(
              (name, facts) -> {
                Key key = new Key(java, name);
                rows.forEach(row -> row.applyToKey(key, Json.object(facts)));
              });
    }
  }
}
