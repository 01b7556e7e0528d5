package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.check.ValueRule.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one parameter, as the schema declares it. Immutable and thread-safe once it stands
 * in rules.
 *
 * <p>A rule says what is wrong in words that end a sentence about the parameter.
 */
public final class Rule {
  private static final int NO_LAST = -1;
  private static final String ONLY_WITH_FIRST = "onlyWith comes first";

  private final String name;
  private final ValueRule value;
  private boolean required;
  private boolean secret;
  private boolean list;
  private int last = NO_LAST;
  private @Nullable PropertyRules property;
  private @Nullable Choice choice;
  private boolean isDefault;
  private @Nullable String standsFor;
  private @Nullable String nameKey;
  private @Nullable String requires;
  private List<String> excluded = List.of();
  private List<String> substitutes = List.of();
  private boolean namesUnset;
  private final ReleaseRule releases = new ReleaseRule();

  private Rule(String name, Kind kind) {
    this.name = name;
    this.value = new ValueRule(kind);
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

  /** It may be set more than once. */
  public Rule list() {
    list = true;
    return this;
  }

  /** The last number of a numbered parameter; the first is 0. */
  public Rule last(int number) {
    last = number;
    return this;
  }

  /** The smallest value. */
  public Rule minimum(String number) {
    value.minimum(number);
    return this;
  }

  /** The largest value. */
  public Rule maximum(String number) {
    value.maximum(number);
    return this;
  }

  /** The shortest text, in characters. */
  public Rule minimumLength(int length) {
    value.minimumLength(length);
    return this;
  }

  /** The longest text, in characters. */
  public Rule maximumLength(int length) {
    value.maximumLength(length);
    return this;
  }

  /**
   * A pattern. PVE::JSONSchema searches for {@code ^body$}, so an alternation outside of a group
   * escapes the anchors, and a last line feed is let through; so do we.
   */
  public Rule pattern(String body) {
    value.pattern(body);
    return this;
  }

  /** The name of a format; one that we do not know is left to the server. */
  public Rule format(String format) {
    value.format(format);
    // The server joins what is set more than once with commas (PVE::RESTHandler).
    list |= Formats.isList(format);
    return this;
  }

  /** The values that are allowed. */
  public Rule values(String... allowed) {
    value.values(List.of(allowed));
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
   * @param types its values with which this one may be set
   */
  public Rule onlyWith(String other, String... types) {
    choice(other).allow(List.of(types));
    return this;
  }

  /**
   * It must be set in dependence of the value of another parameter.
   *
   * @param other the parameter that decides
   * @param types its values with which this one must be set
   */
  public Rule requiredWith(String other, String... types) {
    choice(other).require(List.of(types));
    return this;
  }

  /** It is a property string where the parameter of {@link #onlyWith} has a value. */
  public Rule propertyWith(String type, PropertyRules rules) {
    Objects.requireNonNull(choice, ONLY_WITH_FIRST).property(type, rules);
    return this;
  }

  /** It is one of these values where the parameter of {@link #onlyWith} has a value. */
  public Rule valuesWith(String type, String... allowed) {
    Objects.requireNonNull(choice, ONLY_WITH_FIRST).values(type, List.of(allowed));
    return this;
  }

  private Choice choice(String other) {
    if (choice == null) {
      choice = new Choice(other);
    } else if (!choice.other().equals(other)) {
      throw new IllegalArgumentException(name + " depends on " + choice.other() + " already");
    }
    return choice;
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

  /** Another parameter that must be set as well. */
  public Rule requires(String other) {
    requires = other;
    return this;
  }

  /** Other parameters that cannot be set as well; where one is false or empty, it is not set. */
  public Rule excludes(String... others) {
    excluded = List.of(others);
    return this;
  }

  /** It must be set where none of these is; one that is false or empty is not set. */
  public Rule requiredUnless(String... others) {
    substitutes = List.of(others);
    return this;
  }

  /** It is the list of parameters to unset, none of which can be set as well. */
  public Rule namesUnset() {
    namesUnset = true;
    return this;
  }

  /** The release that it came in, where that is later than its operation's. */
  public Rule since(String release) {
    releases.since(release);
    return this;
  }

  /** The release that a value came in, where that is later than the parameter's. */
  public Rule valueSince(String each, String release) {
    releases.valueSince(each, release);
    return this;
  }

  /** The first release that has it no longer. */
  public Rule goneIn(String release) {
    releases.goneIn(release);
    return this;
  }

  /** What does the same in the releases that have it no longer. */
  public Rule instead(String other) {
    releases.instead(other);
    return this;
  }

  /** The first release that has a value no longer. */
  public Rule goneValue(String each, String release) {
    releases.valueGoneIn(each, release);
    value.goneValue(each);
    return this;
  }

  String name() {
    return name;
  }

  ValueRule value() {
    return value;
  }

  boolean isRequired() {
    return required;
  }

  boolean isList() {
    return list;
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

  @Nullable String requiredOther() {
    return requires;
  }

  List<String> excluded() {
    return excluded;
  }

  List<String> substitutes() {
    return substitutes;
  }

  boolean isListOfUnset() {
    return namesUnset;
  }

  ReleaseRule releases() {
    return releases;
  }

  /** What depends on another parameter; null where nothing does. */
  @Nullable Choice choice() {
    return choice;
  }

  /** The rules of the property string that it is, seen with the others; null where it is none. */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    PropertyRules chosen = choice == null ? null : choice.property(others);
    return chosen == null ? property : chosen;
  }

  /** Whether its text may hold what nobody should see. */
  boolean holdsSecret() {
    return secret
        || (property != null && property.holdsSecret())
        || (choice != null && choice.holdsSecret());
  }

  /** What is wrong with the number behind the name; null where nothing is. */
  @Nullable String misnumbered(String number) {
    String stem = name.substring(0, name.indexOf('['));
    boolean fits =
        number.matches("0|[1-9][0-9]{0,8}")
            && (last == NO_LAST || Integer.parseInt(number) <= last);
    if (fits) {
      return null;
    }
    return last == NO_LAST
        ? "is not numbered from " + stem + "0 on"
        : "is not one of " + stem + "0 to " + stem + last;
  }
}
