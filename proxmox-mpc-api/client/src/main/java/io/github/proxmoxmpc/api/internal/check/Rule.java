package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.check.ValueRule.Kind;
import java.util.List;

/**
 * Builds the rule for one parameter, or for one key of a property string, with the terms of the
 * schema. Each call adds to the rule. Not thread-safe until it is part of a set of rules, which is
 * immutable.
 */
public final class Rule {
  private final NamedRule rule;

  private Rule(String name, Kind kind) {
    this.rule = new NamedRule(name, kind);
  }

  /** Creates a rule for text; the name of a numbered parameter ends in {@code [n]}. */
  public static Rule string(String name) {
    return new Rule(name, Kind.STRING);
  }

  /** Creates a rule for a whole number. */
  public static Rule integer(String name) {
    return new Rule(name, Kind.INTEGER);
  }

  /** Creates a rule for a number. */
  public static Rule number(String name) {
    return new Rule(name, Kind.NUMBER);
  }

  /** Creates a rule for true or false. */
  public static Rule bool(String name) {
    return new Rule(name, Kind.BOOLEAN);
  }

  /** Makes it required. */
  public Rule required() {
    rule.require();
    return this;
  }

  /** Hides its value in errors and logs. */
  public Rule secret() {
    rule.hide();
    return this;
  }

  /** Allows several values. */
  public Rule list() {
    rule.repeat();
    return this;
  }

  /** Sets the last number of a numbered parameter; the first is 0. */
  public Rule last(int number) {
    rule.last(number);
    return this;
  }

  /** Sets the smallest value. */
  public Rule minimum(String number) {
    rule.value().minimum(number);
    return this;
  }

  /** Sets the largest value. */
  public Rule maximum(String number) {
    rule.value().maximum(number);
    return this;
  }

  /** Sets the minimum length in characters. */
  public Rule minimumLength(int length) {
    rule.value().minimumLength(length);
    return this;
  }

  /** Sets the maximum length in characters. */
  public Rule maximumLength(int length) {
    rule.value().maximumLength(length);
    return this;
  }

  /**
   * Sets a pattern. As in PVE::JSONSchema, which searches for {@code ^body$}, an alternation
   * outside of a group escapes the anchors, and a final line feed is accepted.
   */
  public Rule pattern(String body) {
    rule.value().pattern(body);
    return this;
  }

  /** Sets a format by name; an unknown format is not checked. */
  public Rule format(String format) {
    rule.value().format(format);
    // The server joins values that are set more than once with commas (PVE::RESTHandler).
    if (Formats.isList(format)) {
      rule.repeat();
    }
    return this;
  }

  /** Sets the allowed values. */
  public Rule values(String... allowed) {
    rule.value().values(List.of(allowed));
    return this;
  }

  /** Makes it a property string. */
  public Rule property(PropertyRules rules) {
    rule.property(rules);
    return this;
  }

  /**
   * Allows it only for some values of another parameter.
   *
   * @param other the parameter that decides
   * @param types its values with which this one may be set
   */
  public Rule onlyWith(String other, String... types) {
    rule.dependency().on(other).allow(List.of(types));
    return this;
  }

  /**
   * Requires it for some values of another parameter.
   *
   * @param other the parameter that decides
   * @param types its values with which this one must be set
   */
  public Rule requiredWith(String other, String... types) {
    rule.dependency().on(other).require(List.of(types));
    return this;
  }

  /** Makes it a property string if the parameter of {@link #onlyWith} has a value. */
  public Rule propertyWith(String type, PropertyRules rules) {
    rule.dependency().onSame().property(type, rules);
    return this;
  }

  /** Sets the allowed values if the parameter of {@link #onlyWith} has a value. */
  public Rule valuesWith(String type, String... allowed) {
    rule.dependency().onSame().values(type, List.of(allowed));
    return this;
  }

  /** Makes it the default key, to which a bare value belongs. */
  public Rule byDefault() {
    rule.takeBareValue();
    return this;
  }

  /** Makes it an alias of a key. */
  public Rule alias(String key) {
    rule.standFor(key);
    return this;
  }

  /** Makes its name the value of another key. */
  public Rule namesValueOf(String key) {
    rule.nameValueOf(key);
    return this;
  }

  /** Requires another parameter. */
  public Rule requires(String other) {
    rule.dependency().require(other);
    return this;
  }

  /** Excludes other parameters; one that is false or empty counts as not set. */
  public Rule excludes(String... others) {
    rule.dependency().exclude(List.of(others));
    return this;
  }

  /** Requires it unless one of these is set; one that is false or empty counts as not set. */
  public Rule requiredUnless(String... others) {
    rule.dependency().substitute(List.of(others));
    return this;
  }

  /** Makes it the list of parameters to unset, none of which can be set as well. */
  public Rule namesUnset() {
    rule.dependency().nameUnset();
    return this;
  }

  /** Sets the first release that has it, if later than the release of its operation. */
  public Rule since(String release) {
    rule.releases().since(release);
    return this;
  }

  /** Sets the first release that has a value, if later than the release of the parameter. */
  public Rule valueSince(String each, String release) {
    rule.releases().valueSince(each, release);
    return this;
  }

  /** Sets the first release that no longer has it. */
  public Rule goneIn(String release) {
    rule.releases().goneIn(release);
    return this;
  }

  /** Sets the replacement in releases that no longer have it. */
  public Rule instead(String other) {
    rule.releases().instead(other);
    return this;
  }

  /** Sets the first release that no longer has a value. */
  public Rule goneValue(String each, String release) {
    rule.releases().valueGoneIn(each, release);
    rule.value().goneValue(each);
    return this;
  }

  /** Returns the rule. */
  NamedRule named() {
    return rule;
  }
}
