package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.wire.SplitList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter asks of the others that are set. Filled by {@link Rule}, and not changed after.
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

  /** What depends on the value of another parameter; there can be but one. */
  Choice on(String other) {
    if (choice == null) {
      choice = new Choice(other);
    } else if (!choice.other().equals(other)) {
      throw new IllegalArgumentException(name + " depends on " + choice.other() + " already");
    }
    return choice;
  }

  /** The same, of the parameter that was named before. */
  Choice onSame() {
    return Objects.requireNonNull(choice, "onlyWith comes first");
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

  /** What depends on another parameter; null where nothing does. */
  @Nullable Choice choice() {
    return choice;
  }

  /** Why the parameter must be set; null where it need not. */
  @Nullable String missing(Map<String, List<String>> others) {
    if (!substitutes.stream().allMatch(each -> isOff(others.get(each)))) {
      return null;
    }
    if (choice != null) {
      return choice.missing(others);
    }
    return substitutes.isEmpty()
        ? null
        : "is required where none of " + String.join(", ", substitutes) + " is set";
  }

  /**
   * Why the parameter may not be set beside the others; null where it may.
   *
   * @param elsewhere names that are set by other means
   */
  @Nullable String misplaced(
      Given given, Map<String, List<String>> others, Collection<String> elsewhere) {
    if (requires != null && !others.containsKey(requires) && !elsewhere.contains(requires)) {
      return "needs '" + requires + "' to be set as well";
    }
    List<String> clashing = clashing(given, others);
    return clashing.isEmpty()
        ? null
        : "cannot be set together with '" + String.join("', '", clashing) + "'";
  }

  private List<String> clashing(Given given, Map<String, List<String>> others) {
    if (namesUnset) {
      return SplitList.ofSent(given.shown()).filter(others::containsKey).toList();
    }
    return isOff(given.list())
        ? List.of()
        : excluded.stream().filter(each -> !isOff(others.get(each))).toList();
  }

  private static boolean isOff(@Nullable List<String> list) {
    return list == null || list.get(0).isEmpty() || list.get(0).equals("0");
  }

  /** The rules of the property string that it is then; null where it is none. */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    return choice == null ? null : choice.property(others);
  }

  /** Whether the text may hold what nobody should see, whatever is chosen. */
  boolean holdsSecret() {
    return choice != null && choice.holdsSecret();
  }
}
