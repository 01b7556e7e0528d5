package io.github.proxmoxmpc.api.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for the parameters of one operation. Immutable and thread-safe. */
public final class RequestRules {
  private static final String INDEX = "[n]";

  private final String request;
  private final List<String> pathParameters;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private RequestRules(String request, List<String> pathParameters, List<Rule> rules) {
    this.request = request;
    this.pathParameters = pathParameters;
    rules.forEach(rule -> this.rules.put(rule.name(), rule));
  }

  /**
   * The rules of an operation.
   *
   * @param request what it is, such as {@code PUT /pools}
   * @param pathParameters the parameters that are set by its path
   * @param rules one a parameter
   */
  public static RequestRules of(String request, List<String> pathParameters, Rule... rules) {
    return new RequestRules(request, List.copyOf(pathParameters), List.of(rules));
  }

  /**
   * Checks all parameters at once; names that have no rule are left to the server.
   *
   * @param values the values by wire name
   * @throws InvalidRequestException if any of them breaks its rule, or one is missing
   */
  public void check(Map<String, List<String>> values) {
    List<Fault> faults = new ArrayList<>();
    for (Rule rule : rules.values()) {
      if (rule.isRequired() && !values.containsKey(rule.name())) {
        faults.add(new Fault(rule.name(), "is required and was not set"));
      }
    }
    values.forEach((name, list) -> check(name, list, values, faults));
    if (!faults.isEmpty()) {
      throw new InvalidRequestException(request, faults);
    }
  }

  private void check(
      String name, List<String> list, Map<String, List<String>> values, List<Fault> faults) {
    Rule rule = ruleFor(name);
    if (rule == null) {
      return;
    }
    for (String value : list) {
      String wrong = rule.fault(value);
      if (wrong != null) {
        faults.add(new Fault(name, wrong));
      }
    }
    String other = rule.requiredOther();
    if (other != null && !values.containsKey(other) && !pathParameters.contains(other)) {
      faults.add(new Fault(name, "needs '" + other + "' to be set as well"));
    }
  }

  /** What the parameters need of the server; empty where every release will do. */
  public List<Need> needs(Map<String, List<String>> values) {
    List<Need> needs = new ArrayList<>();
    values.forEach((name, list) -> addNeeds(name, list, needs));
    return needs;
  }

  private void addNeeds(String name, List<String> list, List<Need> needs) {
    Rule rule = ruleFor(name);
    if (rule == null) {
      return;
    }
    for (String value : list) {
      Need need = rule.need(name, value);
      if (need != null && !needs.contains(need)) {
        needs.add(need);
      }
    }
  }

  /** The rule of a parameter; {@code net3} has the rule of {@code net[n]}. */
  private @Nullable Rule ruleFor(String name) {
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
