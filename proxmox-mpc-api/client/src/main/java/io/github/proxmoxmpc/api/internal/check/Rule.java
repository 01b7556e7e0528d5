package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.check.ValueRule.Kind;
import java.util.List;

/**
 * Says the rule for one parameter, or for one key of a property string, in the words of the schema.
 * Each call adds to it; immutable and thread-safe once it stands in rules.
 */
public final class Rule {
  private final NamedRule rule;

  private Rule(String name, Kind kind) {
    this.rule = new NamedRule(name, kind);
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
    rule.require();
    return this;
  }

  /** Its value must not be seen: not in an error, not in a log. */
  public Rule secret() {
    rule.hide();
    return this;
  }

  /** It may be set more than once. */
  public Rule list() {
    rule.repeat();
    return this;
  }

  /** The last number of a numbered parameter; the first is 0. */
  public Rule last(int number) {
    rule.last(number);
    return this;
  }

  /** The smallest value. */
  public Rule minimum(String number) {
    rule.value().minimum(number);
    return this;
  }

  /** The largest value. */
  public Rule maximum(String number) {
    rule.value().maximum(number);
    return this;
  }

  /** The shortest text, in characters. */
  public Rule minimumLength(int length) {
    rule.value().minimumLength(length);
    return this;
  }

  /** The longest text, in characters. */
  public Rule maximumLength(int length) {
    rule.value().maximumLength(length);
    return this;
  }

  /**
   * A pattern. PVE::JSONSchema searches for {@code ^body$}, so an alternation outside of a group
   * escapes the anchors, and a last line feed is let through; so do we.
   */
  public Rule pattern(String body) {
    rule.value().pattern(body);
    return this;
  }

  /** The name of a format; one that we do not know is left to the server. */
  public Rule format(String format) {
    rule.value().format(format);
    // The server joins what is set more than once with commas (PVE::RESTHandler).
    if (Formats.isList(format)) {
      rule.repeat();
    }
    return this;
  }

  /** The values that are allowed. */
  public Rule values(String... allowed) {
    rule.value().values(List.of(allowed));
    return this;
  }

  /** It is a property string. */
  public Rule property(PropertyRules rules) {
    rule.property(rules);
    return this;
  }

  /**
   * It depends on the value of another parameter.
   *
   * @param other the parameter that decides
   * @param types its values with which this one may be set
   */
  public Rule onlyWith(String other, String... types) {
    rule.dependence().on(other).allow(List.of(types));
    return this;
  }

  /**
   * It must be set in dependence of the value of another parameter.
   *
   * @param other the parameter that decides
   * @param types its values with which this one must be set
   */
  public Rule requiredWith(String other, String... types) {
    rule.dependence().on(other).require(List.of(types));
    return this;
  }

  /** It is a property string where the parameter of {@link #onlyWith} has a value. */
  public Rule propertyWith(String type, PropertyRules rules) {
    rule.dependence().onSame().property(type, rules);
    return this;
  }

  /** It is one of these values where the parameter of {@link #onlyWith} has a value. */
  public Rule valuesWith(String type, String... allowed) {
    rule.dependence().onSame().values(type, List.of(allowed));
    return this;
  }

  /** A bare value is the value of this key. */
  public Rule byDefault() {
    rule.takeBareValue();
    return this;
  }

  /** This key is another name of a key. */
  public Rule alias(String key) {
    rule.standFor(key);
    return this;
  }

  /** This key is at once the value of another key. */
  public Rule namesValueOf(String key) {
    rule.nameValueOf(key);
    return this;
  }

  /** Another parameter that must be set as well. */
  public Rule requires(String other) {
    rule.dependence().require(other);
    return this;
  }

  /** Other parameters that cannot be set as well; where one is false or empty, it is not set. */
  public Rule excludes(String... others) {
    rule.dependence().exclude(List.of(others));
    return this;
  }

  /** It must be set where none of these is; one that is false or empty is not set. */
  public Rule requiredUnless(String... others) {
    rule.dependence().substitute(List.of(others));
    return this;
  }

  /** It is the list of parameters to unset, none of which can be set as well. */
  public Rule namesUnset() {
    rule.dependence().nameUnset();
    return this;
  }

  /** The release that it came in, where that is later than its operation's. */
  public Rule since(String release) {
    rule.releases().since(release);
    return this;
  }

  /** The release that a value came in, where that is later than the parameter's. */
  public Rule valueSince(String each, String release) {
    rule.releases().valueSince(each, release);
    return this;
  }

  /** The first release that has it no longer. */
  public Rule goneIn(String release) {
    rule.releases().goneIn(release);
    return this;
  }

  /** What does the same in the releases that have it no longer. */
  public Rule instead(String other) {
    rule.releases().instead(other);
    return this;
  }

  /** The first release that has a value no longer. */
  public Rule goneValue(String each, String release) {
    rule.releases().valueGoneIn(each, release);
    rule.value().goneValue(each);
    return this;
  }

  /** The rule as it stands. */
  NamedRule named() {
    return rule;
  }
}
