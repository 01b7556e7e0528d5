package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.wire.SplitList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a parameter about other parameters. {@link Rule} fills it; nothing changes it
 * afterwards.
 */
final class ParameterDependency {
  private final String name;
  private @Nullable Choice choice;
  private @Nullable String requires;
  private List<String> excluded = List.of();
  private List<String> substitutes = List.of();
  private boolean namesUnset;

  ParameterDependency(String name) {
    this.name = name;
  }

  /** Returns the rules that depend on another parameter; only one parameter can decide. */
  Choice on(String other) {
    if (choice == null) {
      choice = new Choice(other);
    } else if (!choice.other().equals(other)) {
      throw new IllegalArgumentException(
          "Cannot define a second dependency of " + name + ": it depends on " + choice.other());
    }
    return choice;
  }

  /** Returns the rules that depend on the parameter that was named before. */
  Choice onSame() {
    return Objects.requireNonNull(choice, "call onlyWith first");
  }

  void require(String other) {
    requires = other;
  }

  void exclude(List<String> others) {
    excluded = others;
  }

  void substitute(List<String> others) {
    substitutes = others;
  }

  void nameUnset() {
    namesUnset = true;
  }

  /** Returns the rules that depend on another parameter; null if there are none. */
  @Nullable Choice choice() {
    return choice;
  }

  /** Returns why the parameter must be set; null if it is optional. */
  @Nullable String missing(Map<String, List<String>> others) {
    if (!substitutes.stream().allMatch(each -> isUnset(others.get(each)))) {
      return null;
    }
    if (choice != null) {
      return choice.missing(others);
    }
    return substitutes.isEmpty()
        ? null
        : "is required if none of " + String.join(", ", substitutes) + " is set";
  }

  /**
   * Returns why the parameter conflicts with the others; null if it does not.
   *
   * @param elsewhere names of parameters that the path sets
   */
  @Nullable String misplaced(
      Given given, Map<String, List<String>> others, Collection<String> elsewhere) {
    if (requires != null && !others.containsKey(requires) && !elsewhere.contains(requires)) {
      return "needs '" + requires + "' to be set as well";
    }
    List<String> conflicting = conflicting(given, others);
    return conflicting.isEmpty()
        ? null
        : "cannot be set together with '" + String.join("', '", conflicting) + "'";
  }

  private List<String> conflicting(Given given, Map<String, List<String>> others) {
    if (namesUnset) {
      return SplitList.ofSent(given.shown()).filter(others::containsKey).toList();
    }
    return isUnset(given.list())
        ? List.of()
        : excluded.stream().filter(each -> !isUnset(others.get(each))).toList();
  }

  private static boolean isUnset(@Nullable List<String> list) {
    return list == null || list.get(0).isEmpty() || list.get(0).equals("0");
  }

  /**
   * Returns the rules of the property string for the other values; null if it is of another kind.
   */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    return choice == null ? null : choice.property(others);
  }

  /** Returns whether the text may contain a secret for any value of the others. */
  boolean holdsSecret() {
    return choice != null && choice.holdsSecret();
  }
}
