package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.internal.wire.Truth;
import io.github.proxmoxmpc.api.value.PropertyString;
import io.github.proxmoxmpc.api.value.PropertyString.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the keys of a property string, as PVE::JSONSchema::parse_property_string applies
 * them. Immutable and thread-safe.
 */
public final class PropertyRules {
  private final RuleSet rules;
  private final @Nullable String defaultKey;
  private final List<CrossKeyRule> crossKeyRules;

  private PropertyRules(
      RuleSet rules, @Nullable String defaultKey, List<CrossKeyRule> crossKeyRules) {
    this.rules = rules;
    this.defaultKey = defaultKey;
    this.crossKeyRules = crossKeyRules;
  }

  /**
   * Creates the rules of a format.
   *
   * @param rules one for each key
   */
  public static PropertyRules of(Rule... rules) {
    RuleSet all = new RuleSet(rules);
    String bare = null;
    for (NamedRule rule : all.rules()) {
      if (rule.isDefault()) {
        bare = rule.name();
      }
      NamedRule same = rule.standsFor() == null ? null : all.named(rule.standsFor());
      if (same != null && rule.nameKey() == null) {
        same.releases().alsoNamed(rule.name(), rule.releases());
      }
    }
    return new PropertyRules(all, bare, List.of());
  }

  /** Adds the rules between keys that the server has in code for a format. */
  public PropertyRules withCrossKeyRules(String format) {
    return new PropertyRules(rules, defaultKey, CrossKeyRule.of(format));
  }

  /** Returns whether a key is a secret; malformed text may contain its value under any name. */
  boolean holdsSecret() {
    return rules.rules().stream().anyMatch(NamedRule::holdsSecret);
  }

  /** Adds the violations of a text, each under its key. */
  void check(String text, Violations faults) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Set<String> reported = new HashSet<>();
    for (Part part : PropertyString.parse(text).parts()) {
      String key = part.key() == null ? "" : part.key();
      String fault = enter(part, values);
      if (fault == null) {
        continue;
      }
      NamedRule rule = rules.named(key);
      if (rule == null) {
        faults.addUnknown(key, part.value(), fault);
      } else {
        faults.add(key, part.value(), fault);
        Stream.of(key, rule.standsFor(), rule.nameKey())
            .filter(Objects::nonNull)
            .forEach(reported::add);
      }
    }
    rules.check(values, reported, faults);
    for (CrossKeyRule crossKeyRule : crossKeyRules) {
      String key = crossKeyRule.key();
      String fault = reported.contains(key) ? null : crossKeyRule.fault(validOr(key, values));
      if (fault != null) {
        faults.add(key, firstOf(values.get(key)), fault);
      }
    }
  }

  /** Returns the values for a rule between keys: that of the key itself, and all valid ones. */
  private Map<String, List<String>> validOr(String key, Map<String, List<String>> values) {
    Map<String, List<String>> valid = new LinkedHashMap<>(values);
    valid
        .entrySet()
        .removeIf(
            entry -> {
              NamedRule rule = entry.getKey().equals(key) ? null : rules.named(entry.getKey());
              return rule != null && rule.value().fault(entry.getValue().get(0)) != null;
            });
    return valid;
  }

  private static @Nullable String firstOf(@Nullable List<String> list) {
    return list == null ? null : list.get(0);
  }

  /** Adds the releases that the keys of a text require. */
  void addNeeds(String name, String text, List<VersionRequirement> needs) {
    for (Part part : PropertyString.parse(text).parts()) {
      String key = part.key();
      if (key != null) {
        rules.addNeeds(name + "." + key, key, part.value(), needs);
        addAliasedNeeds(name, key, part.value(), needs);
      } else if (defaultKey != null) {
        // A bare value was valid before its key existed: "machine=q35" works before 8.1, too.
        rules.addValueNeeds(name + "." + defaultKey, defaultKey, part.value(), needs);
      }
    }
  }

  /** An alias has its own releases; its values have those of the key. */
  private void addAliasedNeeds(
      String name, String key, String value, List<VersionRequirement> needs) {
    NamedRule rule = rules.named(key);
    String standsFor = rule == null ? null : rule.standsFor();
    if (standsFor != null) {
      rules.addValueNeeds(name + "." + key, standsFor, value, needs);
    }
  }

  /** Adds a part under the name of its key; returns the rule that the part breaks, or null. */
  private @Nullable String enter(Part part, Map<String, List<String>> values) {
    String key = part.key();
    String value = part.value();
    if (key == null) {
      if (value.isBlank()) {
        return null;
      }
      if (defaultKey == null) {
        return "contains a value without a key, and the format has no default key";
      }
      return put(defaultKey, value, values);
    }
    NamedRule rule = rules.named(key);
    if (rule == null) {
      return "is not one of the keys " + String.join(", ", names());
    }
    // The server reads /^([^=]+)=(.+)$/, where a dot stops at a line feed.
    value = Format.chomped(value);
    if (value.isEmpty() || key.isEmpty()) {
      return "has no value";
    }
    if (value.indexOf('\n') >= 0) {
      return "contains a line feed";
    }
    if (rule.standsFor() == null) {
      return put(key, value, values);
    }
    String wrong = rule.nameKey() == null ? null : put(rule.nameKey(), key, values);
    return wrong != null ? wrong : put(rule.standsFor(), value, values);
  }

  private @Nullable String put(String key, String value, Map<String, List<String>> values) {
    NamedRule rule = rules.named(key);
    boolean isBoolean = rule != null && rule.value().isBoolean();
    return values.putIfAbsent(key, List.of(isBoolean ? asDigit(value) : value)) == null
        ? null
        : "sets '" + key + "' for the second time";
  }

  /** The server accepts words such as yes for keys, but only digits for parameters. */
  private static String asDigit(String value) {
    Boolean truth = Truth.of(value);
    return truth == null ? value : truth ? "1" : "0";
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (NamedRule rule : rules.rules()) {
      if (rule.standsFor() == null) {
        names.add(rule.name());
      }
    }
    return names;
  }
}
