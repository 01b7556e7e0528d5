package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * Creates the rules of an operation.
   *
   * @param request the operation, such as {@code PUT /pools}
   * @param pathParameters the parameters that its path sets
   * @param rules one for each parameter
   */
  public static RequestRules of(String request, List<String> pathParameters, Rule... rules) {
    return new RequestRules(request, List.copyOf(pathParameters), new RuleSet(rules));
  }

  /**
   * Checks all parameters at once, property strings key by key. Names without a rule are not
   * checked.
   *
   * @param values the values by wire name
   * @throws InvalidRequestException if any of them breaks its rule, or one is missing
   */
  public void check(Map<String, List<String>> values) {
    check(values, Set.of());
  }

  /**
   * Checks all parameters at once, without showing the values of secrets.
   *
   * @param values the values by wire name
   * @param secrets the names of the parameters that are secrets
   * @throws InvalidRequestException if any of them breaks its rule, or one is missing
   */
  public void check(Map<String, List<String>> values, Set<String> secrets) {
    List<Fault> all = new ArrayList<>();
    Violations faults = Violations.into(all, secrets);
    Map<String, List<String>> arriving = new LinkedHashMap<>();
    values.forEach(
        (name, list) -> {
          NamedRule rule = rules.named(name);
          if (rule != null && list.size() > 1) {
            checkList(new Given(name, list, rule), faults.of(name, rule));
          }
          if (arrives(list, rule)) {
            arriving.put(name, list);
          }
        });
    rules.check(arriving, pathParameters, faults);
    if (!all.isEmpty()) {
      throw new InvalidRequestException(request, all);
    }
  }

  /**
   * PVE::APIServer::AnyEvent::decode_urlencoded reads an empty text as a parameter without value.
   */
  private static boolean arrives(List<String> list, @Nullable NamedRule rule) {
    boolean isText = rule == null || rule.value().isText();
    return !list.isEmpty() && !(isText && list.equals(List.of("")));
  }

  private static void checkList(Given given, Violations faults) {
    if (!given.rule().isList()) {
      faults.add(given.name(), given.shown(), "takes one value");
    } else if (given.list().contains("")) {
      faults.add(
          given.name(),
          given.shown(),
          "contains an empty text, so the server drops the other values");
    }
  }

  /**
   * Returns why a server drops a line that it reads from the file of a guest; null if it keeps it.
   * Keys without a rule are kept, because a newer server may know them.
   */
  public @Nullable String storedFault(String key, String value) {
    NamedRule rule = rules.named(key);
    if (rule == null) {
      return null;
    }
    String misnumbered = rules.misnumbered(key, rule);
    if (misnumbered != null) {
      return misnumbered;
    }
    PropertyRules property = rule.property(Map.of());
    if (property == null) {
      return rule.value().storedFault(value);
    }
    List<Fault> all = new ArrayList<>();
    property.check(value, Violations.into(all, Set.of()).in(key));
    return all.isEmpty() ? null : "'" + all.get(0).parameter() + "' " + all.get(0).rule();
  }

  /** Returns whether a key is text without a format, from which a VM's parser strips quotes. */
  public boolean isPlainText(String key) {
    NamedRule rule = rules.named(key);
    return rule != null && rule.property(Map.of()) == null && rule.value().isPlainText();
  }

  /** Returns a value from the file of a guest in the spelling of the API. */
  public String stored(String key, String value) {
    NamedRule rule = rules.named(key);
    return rule == null ? value : rule.value().stored(value);
  }

  /** Returns the parameters, out of some, whose values may be secrets. */
  public Set<String> secrets(Set<String> names) {
    return names.stream()
        .filter(
            name -> {
              NamedRule rule = rules.named(name);
              return rule != null && rule.holdsSecret();
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the releases that the parameters require; empty if all releases accept them. */
  public List<VersionRequirement> needs(Map<String, List<String>> values) {
    List<VersionRequirement> needs = new ArrayList<>();
    rules.addNeeds(values, needs);
    return needs;
  }
}
