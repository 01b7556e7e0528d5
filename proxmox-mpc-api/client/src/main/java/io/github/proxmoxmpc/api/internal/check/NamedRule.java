package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.check.ValueRule.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one parameter, or for one key of a property string. {@link Rule} fills it; nothing
 * changes it afterwards.
 *
 * <p>A violation is described by the end of a sentence that begins with the parameter.
 */
final class NamedRule {
  private static final int NO_LAST = -1;

  private final String name;
  private final ValueRule value;
  private final ParameterDependency dependency;
  private final ReleaseRule releases = new ReleaseRule();
  private boolean required;
  private boolean secret;
  private boolean list;
  private int last = NO_LAST;
  private @Nullable PropertyRules property;
  private boolean isDefault;
  private @Nullable String standsFor;
  private @Nullable String nameKey;

  NamedRule(String name, Kind kind) {
    this.name = name;
    this.value = new ValueRule(kind);
    this.dependency = new ParameterDependency(name);
  }

  void require() {
    required = true;
  }

  void hide() {
    secret = true;
  }

  void repeat() {
    list = true;
  }

  void last(int number) {
    last = number;
  }

  void property(PropertyRules rules) {
    property = rules;
  }

  void takeBareValue() {
    isDefault = true;
  }

  void standFor(String key) {
    standsFor = key;
  }

  void nameValueOf(String key) {
    nameKey = key;
  }

  String name() {
    return name;
  }

  /** Returns the rule for a single value. */
  ValueRule value() {
    return value;
  }

  /** Returns the rule about other parameters. */
  ParameterDependency dependency() {
    return dependency;
  }

  /** Returns the releases that accept it. */
  ReleaseRule releases() {
    return releases;
  }

  boolean isList() {
    return list;
  }

  /** Returns whether a bare value belongs to this key. */
  boolean isDefault() {
    return isDefault;
  }

  /** Returns the key for which this one is an alias; null if it is not an alias. */
  @Nullable String standsFor() {
    return standsFor;
  }

  /** Returns the key whose value is the name of this key; null if no key has it. */
  @Nullable String nameKey() {
    return nameKey;
  }

  /** Returns why it must be set; null if it is optional. */
  @Nullable String missing(Map<String, List<String>> others) {
    return required ? "is required and was not set" : dependency.missing(others);
  }

  /**
   * Returns the rules of its property string for the other values; null if it is of another kind.
   */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    PropertyRules chosen = dependency.property(others);
    return chosen == null ? property : chosen;
  }

  /** Returns whether its text may contain a secret. */
  boolean holdsSecret() {
    return secret || (property != null && property.holdsSecret()) || dependency.holdsSecret();
  }

  /** Returns the rule that the number at the end of the name breaks; null if it is valid. */
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
