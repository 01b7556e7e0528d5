package io.github.proxmoxmpc.api.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules by name: those of the parameters of an operation, or of the keys of a property string.
 * Immutable and thread-safe.
 */
final class RuleSet {
  private static final String INDEX = "[n]";

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  RuleSet(Rule... rules) {
    for (Rule rule : rules) {
      this.rules.put(rule.name(), rule);
    }
  }

  /** The names of those whose values nobody should see. */
  Set<String> secrets() {
    return rules.values().stream()
        .filter(Rule::isSecret)
        .map(Rule::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  Iterable<Rule> rules() {
    return rules.values();
  }

  /**
   * Adds what is wrong.
   *
   * @param prefix stands before each name
   * @param elsewhere names that are set by other means
   */
  void check(
      String prefix, Map<String, List<String>> values, List<String> elsewhere, List<Fault> faults) {
    for (Rule rule : rules.values()) {
      if (rule.isRequired() && !values.containsKey(rule.name())) {
        faults.add(new Fault(prefix + rule.name(), "is required and was not set"));
      }
    }
    values.forEach(
        (name, list) -> {
          Rule rule = named(name);
          if (rule != null) {
            check(prefix + name, rule, list, values, faults);
            String other = rule.requiredOther();
            if (other != null && !values.containsKey(other) && !elsewhere.contains(other)) {
              faults.add(new Fault(prefix + name, "needs '" + other + "' to be set as well"));
            }
          }
        });
  }

  private void check(
      String name,
      Rule rule,
      List<String> list,
      Map<String, List<String>> values,
      List<Fault> faults) {
    String misplaced = rule.misplaced(values);
    if (misplaced != null && isKnownChoice(rule, values)) {
      faults.add(new Fault(name, misplaced));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      String wrong = rule.fault(list.get(i));
      PropertyRules property = rule.property(values);
      String place = list.size() > 1 ? name + "[" + i + "]" : name;
      if (wrong != null) {
        faults.add(new Fault(name, wrong));
      } else if (property != null) {
        property.check(place, list.get(i), faults);
      }
    }
  }

  /** Which parameters a value allows is told of the values of today, and of no others. */
  private boolean isKnownChoice(Rule rule, Map<String, List<String>> values) {
    String deciding = rule.chosenBy();
    Rule other = deciding == null ? null : named(deciding);
    return other == null || other.lists(rule.chosen(values));
  }

  /** Adds what the values need of the server. */
  void addNeeds(Map<String, List<String>> values, List<Need> needs) {
    values.forEach(
        (name, list) -> {
          for (String value : list) {
            addNeeds(name, name, value, needs);
            Rule rule = named(name);
            PropertyRules property = rule == null ? null : rule.property(values);
            if (property != null) {
              property.addNeeds(name, value, needs);
            }
          }
        });
  }

  /**
   * Adds what one of them needs, and what its value needs.
   *
   * @param shown how it is called in messages
   */
  void addNeeds(String shown, String name, String value, List<Need> needs) {
    Rule rule = named(name);
    if (rule != null) {
      add(rule.need(shown), needs);
      add(rule.need(shown, value), needs);
    }
  }

  /** Adds what a value alone needs. */
  void addValueNeeds(String shown, String name, String value, List<Need> needs) {
    Rule rule = named(name);
    if (rule != null) {
      add(rule.need(shown, value), needs);
    }
  }

  private static void add(@Nullable Need need, List<Need> needs) {
    if (need != null && !needs.contains(need)) {
      needs.add(need);
    }
  }

  /** The rule of a name; {@code net3} has the rule of {@code net[n]}. */
  @Nullable Rule named(String name) {
    Rule rule = rules.get(name);
    if (rule != null) {
      return rule;
    }
    int end = name.length();
    while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    return end < name.length() ? rules.get(name.substring(0, end) + INDEX) : null;
  }
}
