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
  /** The fact that says whether a guest agent may answer an error in the place of a result. */
  static final String AGENT_ERROR = "agentError";

  /** The declared type; {@code object} where only properties are declared, else {@code any}. */
  public String type() {
    Object type = facts.get("type");
    return type != null ? type.toString() : properties().isEmpty() ? "any" : "object";
  }

  /** Whether the value may be missing; where that depends on another parameter, it may. */
  public boolean optional() {
    return Json.truth(facts.get("optional")) || !alternatives().isEmpty();
  }

  /** Whether it must be set where some others are not. */
  public boolean isSubstitute() {
    return facts.get("on") == null && !texts("requiredUnless").isEmpty();
  }

  /** The name of the format; null where there is none, or where it is a property string. */
  public @Nullable String formatName() {
    return facts.get("format") instanceof String name ? name : null;
  }

  /** The Java type of the property string that it is; null where it is none. */
  public @Nullable String propertyType() {
    return text(PropertyFormats.JAVA);
  }

  /** The keys of the property string that it is, by name. */
  public Map<String, TypeSchema> keys() {
    return facts.get("format") instanceof Map<?, ?> ? children("format") : Map.of();
  }

  /** What the value means: the type of an identifier, "secret", or a unit; null where open. */
  public @Nullable String meaning() {
    return text(SemanticTypes.FACT);
  }

  /** Whether it is an object like the one that holds it: trees are told so in overrides. */
  public boolean isItself() {
    return Json.truth(facts.get("itself"));
  }

  /** Whether it may be anything: no type, or an object of which no property is told. */
  public boolean isOpen() {
    return type().equals("any") || type().equals("object") && properties().isEmpty();
  }

  /** Why no form can be told; null where one has to be. */
  public @Nullable String freeReason() {
    return text(SemanticTypes.FREE_FACT);
  }

  /** What each element of a list in one text means; null where open. */
  public @Nullable String elementMeaning() {
    return text(SemanticTypes.ELEMENT_FACT);
  }

  /** Whether the text may be something else than what it usually means. */
  public boolean isLoose() {
    return Json.truth(facts.get(SemanticTypes.LOOSE_FACT));
  }

  /** The properties of an object, by name. */
  public Map<String, TypeSchema> properties() {
    return children("properties");
  }

  private Map<String, TypeSchema> children(String fact) {
    Map<String, TypeSchema> children = new LinkedHashMap<>();
    Json.object(facts.get(fact))
        .forEach((name, value) -> children.put(name, new TypeSchema(Json.object(value))));
    return children;
  }

  /** Schemas of which one applies, by the value of another parameter. */
  public List<TypeSchema> alternatives() {
    return Json.list(facts.get("oneOf")).stream()
        .map(each -> new TypeSchema(Json.object(each)))
        .toList();
  }

  /** The values of the deciding parameter with which it applies. */
  public List<String> instanceTypes() {
    return texts("instance-types");
  }

  /** Whether it takes the rest of the path, slashes included. */
  public boolean takesRest() {
    return Json.truth(facts.get(PathFacts.TAKES_REST));
  }

  /** The operation whose result it is; null where it is of its own. */
  public @Nullable String sameAs() {
    return text(ResultOverrides.SAME_AS);
  }

  /** What a list is told along with, beside itself; null where nothing is. */
  public @Nullable String beside() {
    return text("beside");
  }

  /** The parameter that asks for the same as bytes; null where there is none. */
  public @Nullable String downloadParameter() {
    return text("downloadParameter");
  }

  /** Whether the error of a guest agent may stand in its place, inside of a success. */
  public boolean mayBeAgentError() {
    return Json.truth(facts.get(AGENT_ERROR));
  }

  /** What a list holds. */
  public TypeSchema items() {
    return new TypeSchema(Json.object(facts.get("items")));
  }

  /** What is sent one by one: the elements of a list, else the value itself. */
  public TypeSchema element() {
    return type().equals("array") ? items() : this;
  }

  /** The facts of what is sent one by one, to be added to. */
  public static Map<String, @Nullable Object> listed(Map<String, @Nullable Object> facts) {
    return "array".equals(facts.get("type")) && facts.get("items") instanceof Map<?, ?> items
        ? Json.object(items)
        : facts;
  }

  /** The values of an enumeration, in the order of the schema; empty where it is none. */
  public List<String> values() {
    return texts("enum");
  }

  /** Whether it is a text of which all values are told, and that has no type of its own. */
  public boolean isEnumeration() {
    return !values().isEmpty()
        && type().equals("string")
        && propertyType() == null
        && meaning() == null;
  }

  /** The enumeration that several places share and this value has; null where there is none. */
  public @Nullable SharedEnumeration sharedEnumeration() {
    return facts.get(SharedEnumerations.FACT) == null
        ? null
        : SharedEnumeration.of(Json.object(facts.get(SharedEnumerations.FACT)));
  }

  /**
   * An enumeration that several places of the API share.
   *
   * @param type its simple name
   * @param meaning what its values say, as the object of a sentence
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

  /** The release of each value that came later than the rest. */
  public Map<String, String> valuesSince() {
    Map<String, String> releases = new LinkedHashMap<>();
    Json.object(facts.get("valueSince"))
        .forEach((value, since) -> releases.put(value, String.valueOf(since)));
    return releases;
  }

  /** Whether some releases do not have all values. */
  public boolean hasValuesOfReleases() {
    return !valuesSince().isEmpty() || !goneValues().isEmpty();
  }

  /** The values that an enumeration had once. */
  public List<GoneValue> goneValues() {
    return RemovedElements.valuesOf(facts);
  }

  /** That it is gone; null where it is still there. */
  public @Nullable Departure gone() {
    String release = text(RemovedElements.GONE_IN);
    return release == null ? null : new Departure(release, text(RemovedElements.INSTEAD));
  }

  /** The largest value that is allowed. */
  public @Nullable BigDecimal maximum() {
    String value = text("maximum");
    try {
      return value == null ? null : new BigDecimal(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A fact that is a list of texts; empty where the schema does not hold it. */
  public List<String> texts(String fact) {
    return Json.list(facts.get(fact)).stream()
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }

  /** A fact as text; null where the schema does not hold it. */
  public @Nullable String text(String fact) {
    Object value = facts.get(fact);
    return value == null ? null : value.toString();
  }
}
