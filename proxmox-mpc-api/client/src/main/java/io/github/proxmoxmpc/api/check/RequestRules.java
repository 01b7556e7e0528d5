package io.github.proxmoxmpc.api.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for the parameters of one operation. Immutable and thread-safe. */
public final class RequestRules {
  private final String request;
  private final List<String> pathParameters;
  private final RuleSet rules;

  private RequestRules(String request, List<String> pathParameters, RuleSet rules) {
    this.request = request;
    this.pathParameters = pathParameters;
    this.rules = rules;
  }

  /**
   * The rules of an operation.
   *
   * @param request what it is, such as {@code PUT /pools}
   * @param pathParameters the parameters that are set by its path
   * @param rules one a parameter
   */
  public static RequestRules of(String request, List<String> pathParameters, Rule... rules) {
    return new RequestRules(request, List.copyOf(pathParameters), new RuleSet(rules));
  }

  /**
   * Checks all parameters at once, property strings key by key; names that have no rule are left to
   * the server.
   *
   * @param values the values by wire name
   * @throws InvalidRequestException if any of them breaks its rule, or one is missing
   */
  public void check(Map<String, List<String>> values) {
    List<Fault> faults = new ArrayList<>();
    rules.check("", values, pathParameters, faults);
    if (!faults.isEmpty()) {
      throw new InvalidRequestException(request, faults);
    }
  }

  /** The names of the parameters whose values nobody should see. */
  public Set<String> secrets() {
    return rules.secrets();
  }

  /** What the parameters need of the server; empty where every release will do. */
  public List<Need> needs(Map<String, List<String>> values) {
    List<Need> needs = new ArrayList<>();
    rules.addNeeds(values, needs);
    return needs;
  }
}
