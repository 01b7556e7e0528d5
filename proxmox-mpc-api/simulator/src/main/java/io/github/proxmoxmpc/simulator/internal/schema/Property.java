package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A property of the schema: a parameter, or a part of a property string. */
public final class Property {
  private final Map<String, @Nullable Object> facts;
  private @Nullable Map<String, Property> nested;
  private @Nullable Pattern compiled;

  Property(Map<String, @Nullable Object> facts) {
    this.facts = facts;
  }

  static Map<String, Property> all(@Nullable Object properties) {
    Map<String, Property> all = new TreeMap<>();
    JsonCodec.object(properties)
        .forEach((name, facts) -> all.put(name, new Property(JsonCodec.object(facts))));
    return all;
  }

  /**
   * Returns the type: {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code
   * array}, or null.
   */
  public @Nullable String type() {
    return text("type");
  }

  boolean optional() {
    return isTrue("optional");
  }

  /** Returns whether this part of a property string can be given without its name. */
  public boolean isDefaultKey() {
    return isTrue("default_key");
  }

  /** Returns whether the property is optional. An alias is always optional. */
  public boolean mayBeMissing() {
    return optional() || alias() != null;
  }

  @Nullable String alias() {
    return text("alias");
  }

  @Nullable String keyAlias() {
    return text("keyAlias");
  }

  @Nullable String requires() {
    return text("requires");
  }

  /** Returns the name of the format, or null if the format has no name. */
  public @Nullable String formatName() {
    return text("format");
  }

  /** Returns whether values have a format, named or inline. */
  public boolean isFormatted() {
    return facts.get("format") != null;
  }

  /** Returns whether values are a list in one text. */
  boolean isListString() {
    String name = formatName();
    return "string".equals(type()) && name != null && name.endsWith("-list");
  }

  /** Returns the parts of the property string, empty if it is not one or its parts are unknown. */
  public Map<String, Property> parts() {
    if (nested == null) {
      String name = formatName();
      nested = name == null ? all(facts.get("format")) : NamedFormats.parts(name);
    }
    return nested;
  }

  List<@Nullable Object> choices() {
    return JsonCodec.array(facts.get("enum"));
  }

  @Nullable Pattern pattern() {
    String pattern = text("pattern");
    if (compiled == null && pattern != null) {
      compiled = Pattern.compile(pattern);
    }
    return compiled;
  }

  @Nullable BigDecimal number(String fact) {
    Object value = facts.get(fact);
    return value == null ? null : new BigDecimal(value.toString());
  }

  @Nullable Property items() {
    Object items = facts.get("items");
    return items == null ? null : new Property(JsonCodec.object(items));
  }

  /** Returns the name of the property on whose value this one depends, or null. */
  @Nullable String typeProperty() {
    return text("type-property");
  }

  /** Returns whether the property is described for each type on its own. */
  boolean hasVariants() {
    return facts.containsKey("oneOf");
  }

  /** Returns the description for a type, or null if the type does not have the property. */
  @Nullable Property variant(@Nullable String type) {
    for (Object variant : JsonCodec.array(facts.get("oneOf"))) {
      Property property = new Property(JsonCodec.object(variant));
      if (type != null && property.instanceTypes().contains(type)) {
        return property;
      }
    }
    return null;
  }

  /** Returns the types that have the property, empty if it does not depend on a type. */
  List<@Nullable Object> instanceTypes() {
    return JsonCodec.array(facts.get("instance-types"));
  }

  private @Nullable String text(String fact) {
    return facts.get(fact) instanceof String text ? text : null;
  }

  private boolean isTrue(String fact) {
    Object value = facts.get(fact);
    return value != null && !value.equals(0L) && !value.equals("0") && !value.equals(false);
  }
}
