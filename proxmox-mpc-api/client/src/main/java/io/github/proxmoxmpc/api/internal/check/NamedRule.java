package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.check.ValueRule.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of one parameter, or of one key of a property string. Filled by {@link Rule},
 * and not changed after.
 *
 * <p>It says what is wrong in words that end a sentence about the parameter.
 */
final class NamedRule {
  private static final int NO_LAST = -1;

  private final String name;
  private final ValueRule value;
  private final ParameterDependency dependence;
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
    this.dependence = new ParameterDependency(name);
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

  /** What one value has to be. */
  ValueRule value() {
    return value;
  }

  /** What it asks of the others that are set. */
  ParameterDependency dependence() {
    return dependence;
  }

  /** Which releases take it. */
  ReleaseRule releases() {
    return releases;
  }

  boolean isList() {
    return list;
  }

  /** Whether a bare value is the value of this key. */
  boolean isDefault() {
    return isDefault;
  }

  /** The key that this one is another name of; null where it is its own. */
  @Nullable String standsFor() {
    return standsFor;
  }

  /** The key whose value this one's name is; null where there is none. */
  @Nullable String nameKey() {
    return nameKey;
  }

  /** Why it must be set; null where it need not. */
  @Nullable String missing(Map<String, List<String>> others) {
    return required ? "is required and was not set" : dependence.missing(others);
  }

  /** The rules of the property string that it is, seen with the others; null where it is none. */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    PropertyRules chosen = dependence.property(others);
    return chosen == null ? property : chosen;
  }

  /** Whether its text may hold what nobody should see. */
  boolean holdsSecret() {
    return secret || (property != null && property.holdsSecret()) || dependence.holdsSecret();
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
