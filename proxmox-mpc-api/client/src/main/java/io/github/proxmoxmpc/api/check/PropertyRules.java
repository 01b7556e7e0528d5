package io.github.proxmoxmpc.api.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.Need;
import io.github.proxmoxmpc.api.property.PropertyString;
import io.github.proxmoxmpc.api.property.PropertyString.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the keys of a property string, as PVE::JSONSchema::parse_property_string has them.
 * Immutable and thread-safe.
 */
public final class PropertyRules {
  private final RuleSet rules;
  private final @Nullable String defaultKey;
  private final List<Agreement> agreements;

  private PropertyRules(RuleSet rules, @Nullable String defaultKey, List<Agreement> agreements) {
    this.rules = rules;
    this.defaultKey = defaultKey;
    this.agreements = agreements;
  }

  /**
   * The rules of a format.
   *
   * @param rules one a key
   */
  public static PropertyRules of(Rule... rules) {
    String bare = null;
    for (Rule rule : rules) {
      if (rule.isDefault()) {
        bare = rule.name();
      }
    }
    return new PropertyRules(new RuleSet(rules), bare, List.of());
  }

  /** Adds the rule between keys that the server has for a format, by the format's name. */
  public PropertyRules agreeing(String format) {
    return new PropertyRules(rules, defaultKey, Agreement.of(format));
  }

  /** Adds what is wrong with a text, each fault at {@code name.key}. */
  void check(String name, String text, List<Fault> faults) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int before = faults.size();
    for (Part part : PropertyString.parse(text).parts()) {
      String fault = enter(part, values);
      if (fault != null) {
        faults.add(new Fault(part.key() == null ? name : name + "." + part.key(), fault));
      }
    }
    rules.check(name + ".", values, List.of(), faults);
    if (faults.size() == before) {
      for (Agreement agreement : agreements) {
        String fault = agreement.fault(values);
        if (fault != null) {
          faults.add(new Fault(name + "." + agreement.key(), fault));
        }
      }
    }
  }

  /** Adds what the keys of a text need of the server. */
  void addNeeds(String name, String text, List<Need> needs) {
    for (Part part : PropertyString.parse(text).parts()) {
      String key = part.key();
      if (key != null) {
        rules.addNeeds(name + "." + key, key, part.value(), needs);
        addAliasedNeeds(name, key, part.value(), needs);
      } else if (defaultKey != null) {
        // A bare value is older than the key it stands for: "machine=q35" was taken before 8.1 too.
        rules.addValueNeeds(name + "." + defaultKey, defaultKey, part.value(), needs);
      }
    }
  }

  /** Another name of a key has its own history; what it is set to has that of the key. */
  private void addAliasedNeeds(String name, String key, String value, List<Need> needs) {
    Rule rule = rules.named(key);
    String standsFor = rule == null ? null : rule.standsFor();
    if (standsFor != null) {
      rules.addValueNeeds(name + "." + key, standsFor, value, needs);
    }
  }

  /** Takes a part over under the name of its key; what is wrong with the part, or null. */
  private @Nullable String enter(Part part, Map<String, List<String>> values) {
    String key = part.key();
    String value = part.value();
    if (key == null) {
      if (value.isBlank()) {
        return null;
      }
      if (defaultKey == null) {
        return "holds '" + shown(value) + "', but each value needs a key here";
      }
      return put(defaultKey, value, values);
    }
    Rule rule = rules.named(key);
    if (rule == null) {
      return "is not one of the keys " + String.join(", ", names());
    }
    if (value.isEmpty() || key.isEmpty()) {
      return "has no value";
    }
    if (rule.standsFor() == null) {
      return put(key, value, values);
    }
    String wrong = rule.nameKey() == null ? null : put(rule.nameKey(), key, values);
    return wrong != null ? wrong : put(rule.standsFor(), value, values);
  }

  private static @Nullable String put(String key, String value, Map<String, List<String>> values) {
    return values.putIfAbsent(key, List.of(value)) == null
        ? null
        : "sets '" + key + "' for the second time";
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      if (rule.standsFor() == null) {
        names.add(rule.name());
      }
    }
    return names;
  }

  /** No more of a value than shows which part is meant; it may be a secret. */
  private static String shown(String value) {
    return value.length() <= 8 ? value : value.substring(0, 8) + "...";
  }
}
