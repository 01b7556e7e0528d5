package io.github.proxmoxmpc.codegen.schema;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.Departure;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type in the vocabulary of Proxmox VE's JSON schema.
 *
 * @param facts the facts as the file holds them
 */
public record TypeSchema(Map<String, @Nullable Object> facts) {
  /** The fact that a guest agent may report an error in place of the result. */
  static final String AGENT_ERROR = "agentError";

  /**
   * Returns the declared type. Without one, returns {@code object} if properties are declared, else
   * {@code any}.
   */
  public String type() {
    Object type = facts.get("type");
    return type != null ? type.toString() : properties().isEmpty() ? "any" : "object";
  }

  /** Returns whether the value may be missing, in general or with some other parameter. */
  public boolean optional() {
    return Json.truth(facts.get("optional")) || !alternatives().isEmpty();
  }

  /** Returns whether it is required if some other parameters are missing. */
  public boolean isSubstitute() {
    return facts.get("on") == null && !texts("requiredUnless").isEmpty();
  }

  /** Returns the name of the format; null if it has none or is a property string. */
  public @Nullable String formatName() {
    return facts.get("format") instanceof String name ? name : null;
  }

  /** Returns the Java type of a property string; null for any other value. */
  public @Nullable String propertyType() {
    return text(PropertyFormats.JAVA);
  }

  /** Returns the keys of a property string by name; empty for any other value. */
  public Map<String, TypeSchema> keys() {
    return facts.get("format") instanceof Map<?, ?> ? children("format") : Map.of();
  }

  /**
   * Returns the meaning of the value: the type of an identifier, "secret", "file" or a unit; null
   * if it has none.
   */
  public @Nullable String meaning() {
    return text(SemanticTypes.FACT);
  }

  /** Returns whether it has the type of the object that holds it; overrides declare trees so. */
  public boolean isItself() {
    return Json.truth(facts.get("itself"));
  }

  /** Returns whether it may be anything: it has no type, or is an object without properties. */
  public boolean isOpen() {
    return type().equals("any") || type().equals("object") && properties().isEmpty();
  }

  /** Returns the reason why its form cannot be declared; null if there is no reason. */
  public @Nullable String freeReason() {
    return text(SemanticTypes.FREE_FACT);
  }

  /** Returns the meaning of the elements of a list in one string; null if they have none. */
  public @Nullable String elementMeaning() {
    return text(SemanticTypes.ELEMENT_FACT);
  }

  /** Returns whether the text may also have another meaning than {@link #meaning}. */
  public boolean isLoose() {
    return Json.truth(facts.get(SemanticTypes.LOOSE_FACT));
  }

  /** Returns the properties of an object, by name. */
  public Map<String, TypeSchema> properties() {
    return children("properties");
  }

  private Map<String, TypeSchema> children(String fact) {
    Map<String, TypeSchema> children = new LinkedHashMap<>();
    Json.object(facts.get(fact))
        .forEach((name, value) -> children.put(name, new TypeSchema(Json.object(value))));
    return children;
  }

  /** Returns the alternative schemas; the value of another parameter selects one. */
  public List<TypeSchema> alternatives() {
    return Json.list(facts.get("oneOf")).stream()
        .map(each -> new TypeSchema(Json.object(each)))
        .toList();
  }

  /** Returns the values of the other parameter that select this alternative. */
  public List<String> instanceTypes() {
    return texts("instance-types");
  }

  /** Returns whether it takes the rest of the path, including slashes. */
  public boolean takesRest() {
    return Json.truth(facts.get(PathFacts.TAKES_REST));
  }

  /** Returns the operation that has the same result; null if the result is not shared. */
  public @Nullable String sameAs() {
    return text(ResultOverrides.SAME_AS);
  }

  /** Returns the data that the server sends beside a list; null if it sends only the list. */
  public @Nullable String beside() {
    return text("beside");
  }

  /** Returns the parameter that requests the result as bytes; null if no parameter does. */
  public @Nullable String downloadParameter() {
    return text("downloadParameter");
  }

  /** Returns whether a successful response may hold an error of the guest agent instead. */
  public boolean mayBeAgentError() {
    return Json.truth(facts.get(AGENT_ERROR));
  }

  /** Returns the schema of the elements of a list. */
  public TypeSchema items() {
    return new TypeSchema(Json.object(facts.get("items")));
  }

  /** Returns the schema of the elements of a list, or this schema if it is not a list. */
  public TypeSchema element() {
    return type().equals("array") ? items() : this;
  }

  /** Returns the facts of {@link #element}, to which facts can be added. */
  public static Map<String, @Nullable Object> listed(Map<String, @Nullable Object> facts) {
    return "array".equals(facts.get("type")) && facts.get("items") instanceof Map<?, ?> items
        ? Json.object(items)
        : facts;
  }

  /** Returns the values of an enumeration in the order of the schema; empty for other types. */
  public List<String> values() {
    return texts("enum");
  }

  /** Returns whether it is a string that the schema enumerates and that has no other type. */
  public boolean isEnumeration() {
    return !values().isEmpty()
        && type().equals("string")
        && propertyType() == null
        && meaning() == null;
  }

  /** Returns the shared enumeration of this value; null if it has none. */
  public @Nullable SharedEnumeration sharedEnumeration() {
    return facts.get(SharedEnumerations.FACT) == null
        ? null
        : SharedEnumeration.of(Json.object(facts.get(SharedEnumerations.FACT)));
  }

  /**
   * An enumeration that several places of the API may share.
   *
   * @param type its simple name
   * @param meaning the first sentence of its Javadoc, without the full stop
   * @param values all of its values
   */
  public record SharedEnumeration(String type, String meaning, List<String> values) {
    private static SharedEnumeration of(Map<String, @Nullable Object> row) {
      return new SharedEnumeration(
          String.valueOf(row.get("type")),
          String.valueOf(row.get("meaning")),
          Json.list(row.get("values")).stream().map(String::valueOf).toList());
    }
  }

  /** Returns the shared result that this object is; null if it has a type of its own. */
  public @Nullable SharedResult sharedResult() {
    Map<String, @Nullable Object> row = Json.object(facts.get(SharedResultRows.FACT));
    return row.isEmpty()
        ? null
        : new SharedResult(String.valueOf(row.get("type")), String.valueOf(row.get("meaning")));
  }

  /**
   * A result that several operations share.
   *
   * @param type its simple name
   * @param meaning its meaning, as a sentence without a full stop
   */
  public record SharedResult(String type, String meaning) {}

  /** Returns the first release of each value that is newer than the enumeration. */
  public Map<String, String> valuesSince() {
    Map<String, String> releases = new LinkedHashMap<>();
    Json.object(facts.get("valueSince"))
        .forEach((value, since) -> releases.put(value, String.valueOf(since)));
    return releases;
  }

  /** Returns whether its values differ between releases. */
  public boolean hasValuesOfReleases() {
    return !valuesSince().isEmpty() || !goneValues().isEmpty();
  }

  /** Returns the removed values of an enumeration. */
  public List<GoneValue> goneValues() {
    return RemovedElements.valuesOf(facts);
  }

  /** Returns its removal; null if it was not removed. */
  public @Nullable Departure gone() {
    String release = text(RemovedElements.GONE_IN);
    return release == null ? null : new Departure(release, text(RemovedElements.INSTEAD));
  }

  /** Returns the largest allowed value; null if none is declared or it is not a number. */
  public @Nullable BigDecimal maximum() {
    String value = text("maximum");
    try {
      return value == null ? null : new BigDecimal(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Returns a fact that is a list of strings; empty if the schema does not have it. */
  public List<String> texts(String fact) {
    return Json.list(facts.get(fact)).stream()
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }

  /** Returns a fact as a string; null if the schema does not have it. */
  public @Nullable String text(String fact) {
    Object value = facts.get(fact);
    return value == null ? null : value.toString();
  }
}
