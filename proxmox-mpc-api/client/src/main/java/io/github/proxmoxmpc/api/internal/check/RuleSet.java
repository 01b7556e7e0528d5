package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules by name: those of the parameters of an operation, or of the keys of a property string.
 * Immutable and thread-safe.
 */
final class RuleSet {
  private static final String INDEX = "[n]";

  private final Map<String, NamedRule> rules = new LinkedHashMap<>();

  RuleSet(Rule... rules) {
    for (Rule each : rules) {
      NamedRule rule = each.named();
      this.rules.put(rule.name(), rule);
    }
  }

  Collection<NamedRule> rules() {
    return rules.values();
  }

  /**
   * Adds all violations.
   *
   * @param values by name; none of the lists is empty
   * @param elsewhere names that the path sets, or whose violation is reported already
   */
  void check(Map<String, List<String>> values, Collection<String> elsewhere, Violations faults) {
    for (NamedRule rule : rules.values()) {
      boolean isSet = values.containsKey(rule.name()) || elsewhere.contains(rule.name());
      String missing = isSet ? null : rule.missing(values);
      if (missing != null) {
        faults.add(rule.name(), null, missing);
      }
    }
    values.forEach(
        (name, list) -> {
          NamedRule rule = named(name);
          if (rule != null) {
            check(new Given(name, list, rule), values, elsewhere, faults.of(name, rule));
          }
        });
  }

  private void check(
      Given given,
      Map<String, List<String>> values,
      Collection<String> elsewhere,
      Violations faults) {
    String misplaced = misplaced(given, values, elsewhere);
    if (misplaced != null) {
      faults.add(given.name(), given.shown(), misplaced);
    }
    checkValues(given, values, faults);
  }

  /**
   * Returns the rule that the number in a name such as {@code net3} breaks; null if it is valid.
   */
  @Nullable String misnumbered(String name, NamedRule rule) {
    return name.equals(rule.name()) ? null : rule.misnumbered(name.substring(numberAt(name)));
  }

  /** Returns why a parameter must not be set, independent of its value; null if it may be set. */
  private @Nullable String misplaced(
      Given given, Map<String, List<String>> values, Collection<String> elsewhere) {
    NamedRule rule = given.rule();
    String misnumbered = misnumbered(given.name(), rule);
    if (misnumbered != null) {
      return misnumbered;
    }
    Choice choice = rule.dependency().choice();
    String elsewhereOnly = choice == null ? null : choice.misplaced(values);
    return choice != null && elsewhereOnly != null && isKnown(choice, values)
        ? elsewhereOnly
        : rule.dependency().misplaced(given, values, elsewhere);
  }

  /** The schema says only for the values of the current release which parameters they allow. */
  private boolean isKnown(Choice choice, Map<String, List<String>> values) {
    NamedRule deciding = named(choice.other());
    return deciding == null || deciding.value().lists(choice.made(values));
  }

  private static void checkValues(
      Given given, Map<String, List<String>> values, Violations faults) {
    Choice choice = given.rule().dependency().choice();
    PropertyRules property = given.rule().property(values);
    for (int i = 0; i < given.list().size(); i++) {
      String value = given.list().get(i);
      String wrong = given.rule().value().fault(value);
      if (wrong == null && choice != null) {
        wrong = choice.fault(value, values);
      }
      String place = given.placeOf(i);
      if (wrong != null) {
        faults.add(place, value, wrong);
      } else if (property != null) {
        property.check(value, faults.in(place));
      }
    }
  }

  /** Adds the releases that the values require. */
  void addNeeds(Map<String, List<String>> values, List<VersionRequirement> needs) {
    values.forEach(
        (name, list) -> {
          for (String value : list) {
            addNeeds(name, name, value, needs);
            NamedRule rule = named(name);
            PropertyRules property = rule == null ? null : rule.property(values);
            if (property != null) {
              property.addNeeds(name, value, needs);
            }
          }
        });
  }

  /**
   * Adds the releases that one parameter and its value require.
   *
   * @param shown its name in messages
   */
  void addNeeds(String shown, String name, String value, List<VersionRequirement> needs) {
    NamedRule rule = named(name);
    if (rule != null) {
      add(rule.releases().need(shown), needs);
      add(rule.releases().need(shown, value), needs);
    }
  }

  /** Adds the releases that a value requires. */
  void addValueNeeds(String shown, String name, String value, List<VersionRequirement> needs) {
    NamedRule rule = named(name);
    if (rule != null) {
      add(rule.releases().need(shown, value), needs);
    }
  }

  private static void add(@Nullable VersionRequirement need, List<VersionRequirement> needs) {
    if (need != null && !needs.contains(need)) {
      needs.add(need);
    }
  }

  /** Returns the rule of a name; {@code net3} and {@code net-3} have the rule of {@code net[n]}. */
  @Nullable NamedRule named(String name) {
    NamedRule rule = rules.get(name);
    if (rule != null) {
      return rule;
    }
    int number = numberAt(name);
    return number < name.length() ? rules.get(name.substring(0, number) + INDEX) : null;
  }

  /** Returns where the number at the end of a name begins, with its sign. */
  private static int numberAt(String name) {
    int start = name.length();
    while (start > 0 && Character.isDigit(name.charAt(start - 1))) {
      start--;
    }
    boolean isSigned = start < name.length() && start > 0 && name.charAt(start - 1) == '-';
    return isSigned ? start - 1 : start;
  }
}
