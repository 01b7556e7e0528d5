package io.github.proxmoxmpc.api.check;

import io.github.proxmoxmpc.api.internal.Need;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one parameter, as the schema declares it. Immutable and thread-safe.
 *
 * <p>A rule says what is wrong in words that end a sentence beginning with the parameter's name.
 */
public final class Rule {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
  // PVE::JSONSchema::is_number
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private enum Kind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN
  }

  private final String name;
  private final Kind kind;
  private boolean required;
  private boolean secret;
  private @Nullable BigDecimal minimum;
  private @Nullable BigDecimal maximum;
  private int minimumLength;
  private int maximumLength = Integer.MAX_VALUE;
  private @Nullable PerlPattern pattern;
  private @Nullable Format format;
  private @Nullable PropertyRules property;
  private @Nullable String choice;
  private final Map<String, PropertyRules> propertyByChoice = new LinkedHashMap<>();
  private List<String> choices = List.of();
  private boolean isDefault;
  private @Nullable String standsFor;
  private @Nullable String nameKey;
  private List<String> values = List.of();
  private @Nullable String requires;
  private @Nullable String since;
  private @Nullable String goneIn;
  private @Nullable String instead;
  private final Map<String, String> valueSince = new HashMap<>();
  private final Map<String, String> valueGoneIn = new HashMap<>();

  private Rule(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  /** A text; the name of a numbered parameter ends in {@code [n]}. */
  public static Rule string(String name) {
    return new Rule(name, Kind.STRING);
  }

  /** A whole number. */
  public static Rule integer(String name) {
    return new Rule(name, Kind.INTEGER);
  }

  /** A number. */
  public static Rule number(String name) {
    return new Rule(name, Kind.NUMBER);
  }

  /** True or false. */
  public static Rule bool(String name) {
    return new Rule(name, Kind.BOOLEAN);
  }

  /** It must be set. */
  public Rule required() {
    required = true;
    return this;
  }

  /** Its value must not be seen: not in an error, not in a log. */
  public Rule secret() {
    secret = true;
    return this;
  }

  /** The smallest value. */
  public Rule minimum(String value) {
    minimum = new BigDecimal(value);
    return this;
  }

  /** The largest value. */
  public Rule maximum(String value) {
    maximum = new BigDecimal(value);
    return this;
  }

  /** The shortest text, in characters. */
  public Rule minimumLength(int length) {
    minimumLength = length;
    return this;
  }

  /** The longest text, in characters. */
  public Rule maximumLength(int length) {
    maximumLength = length;
    return this;
  }

  /**
   * A pattern. PVE::JSONSchema searches for {@code ^body$}, so an alternation outside of a group
   * escapes the anchors, and a last line feed is let through; so do we.
   */
  public Rule pattern(String body) {
    pattern = new PerlPattern(body);
    return this;
  }

  /** The name of a format; one that we do not know is left to the server. */
  public Rule format(String name) {
    format = Formats.named(name);
    return this;
  }

  /** It is a property string. */
  public Rule property(PropertyRules rules) {
    property = rules;
    return this;
  }

  /**
   * It depends on the value of another parameter.
   *
   * @param other the parameter that decides
   * @param values the values with which this one may be set
   */
  public Rule onlyWith(String other, String... values) {
    choice = other;
    choices = List.of(values);
    return this;
  }

  /** It is a property string where the parameter of {@link #onlyWith} has a value. */
  public Rule propertyWith(String value, PropertyRules rules) {
    propertyByChoice.put(value, rules);
    return this;
  }

  /** A bare value is the value of this key. */
  public Rule byDefault() {
    isDefault = true;
    return this;
  }

  /** This key is another name of a key. */
  public Rule alias(String key) {
    standsFor = key;
    return this;
  }

  /** This key is at once the value of another key. */
  public Rule namesValueOf(String key) {
    nameKey = key;
    return this;
  }

  /** The values that are allowed. */
  public Rule values(String... allowed) {
    values = List.of(allowed);
    return this;
  }

  /** Another parameter that must be set as well. */
  public Rule requires(String other) {
    requires = other;
    return this;
  }

  /** The release that it came in, where that is later than its operation's. */
  public Rule since(String release) {
    since = release;
    return this;
  }

  /** The release that a value came in, where that is later than the parameter's. */
  public Rule valueSince(String value, String release) {
    valueSince.put(value, release);
    return this;
  }

  /** The first release that has it no longer. */
  public Rule goneIn(String release) {
    goneIn = release;
    return this;
  }

  /** What does the same in the releases that have it no longer. */
  public Rule instead(String other) {
    instead = other;
    return this;
  }

  /** The first release that has a value no longer. */
  public Rule goneValue(String value, String release) {
    valueGoneIn.put(value, release);
    return this;
  }

  String name() {
    return name;
  }

  boolean isSecret() {
    return secret;
  }

  boolean isRequired() {
    return required;
  }

  boolean isDefault() {
    return isDefault;
  }

  @Nullable String standsFor() {
    return standsFor;
  }

  @Nullable String nameKey() {
    return nameKey;
  }

  /** The rules of the property string that it is, seen with the others; null where it is none. */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    String value = chosen(others);
    return value != null && propertyByChoice.containsKey(value)
        ? propertyByChoice.get(value)
        : property;
  }

  /** Why it may not be set, seen with the others; null where it may. */
  @Nullable String misplaced(Map<String, List<String>> others) {
    String value = chosen(others);
    return value == null || choices.contains(value)
        ? null
        : "is only for '" + choice + "' " + String.join(", ", choices) + ", not for " + value;
  }

  @Nullable String chosenBy() {
    return choice;
  }

  /** Whether a value is among those that are allowed today. */
  boolean lists(@Nullable String value) {
    return values.isEmpty() || values.contains(value);
  }

  /** The value of the parameter that decides; null where it is not set. */
  @Nullable String chosen(Map<String, List<String>> others) {
    List<String> values = choice == null ? null : others.get(choice);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  @Nullable String requiredOther() {
    return requires;
  }

  /** Which releases take the parameter; null where all do that have its operation. */
  @Nullable Need need(String parameter) {
    return since == null && goneIn == null
        ? null
        : new Need("'" + parameter + "'", since, goneIn, instead);
  }

  /** Which releases take a value of the parameter; null where all do that have the parameter. */
  @Nullable Need need(String parameter, String value) {
    String first = valueSince.get(value);
    String without = valueGoneIn.get(value);
    return first == null && without == null
        ? null
        : new Need("'" + parameter + "' with the value '" + value + "'", first, without, null);
  }

  /** What is wrong with a value; null where nothing is. */
  @Nullable String fault(String value) {
    String wrong =
        switch (kind) {
          case STRING -> null;
          case BOOLEAN ->
              BOOLEANS.contains(value.toLowerCase(Locale.ROOT)) ? null : "must be 1 or 0";
          case INTEGER -> number(value, WHOLE_NUMBER, "must be a whole number");
          case NUMBER -> number(value, NUMBER, "must be a number");
        };
    return wrong != null ? wrong : text(value);
  }

  private static final List<String> BOOLEANS =
      List.of("1", "0", "on", "off", "yes", "no", "true", "false");

  private @Nullable String number(String value, Pattern form, String message) {
    if (!form.matcher(value).matches()) {
      return message;
    }
    BigDecimal number = new BigDecimal(value);
    if (minimum != null && number.compareTo(minimum) < 0) {
      return "must be at least " + minimum.toPlainString();
    }
    if (maximum != null && number.compareTo(maximum) > 0) {
      return "must be at most " + maximum.toPlainString();
    }
    return null;
  }

  private @Nullable String text(String value) {
    int length = value.codePointCount(0, value.length());
    if (length < minimumLength) {
      return "must have at least " + minimumLength + " characters";
    }
    if (length > maximumLength) {
      return "must have at most " + maximumLength + " characters";
    }
    if (!values.isEmpty() && !values.contains(value) && !valueGoneIn.containsKey(value)) {
      return "must be one of " + String.join(", ", values);
    }
    if (pattern != null && !pattern.accepts(value)) {
      return "must match " + pattern;
    }
    return format != null && !format.accepts(value) ? "must be " + format.expected() : null;
  }
}
