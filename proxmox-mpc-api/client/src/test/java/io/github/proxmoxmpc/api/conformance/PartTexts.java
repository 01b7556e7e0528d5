package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts for the parameters of an operation that hold a part of it, and else what is oldest. */
final class PartTexts {
  private final Map<String, Facts> parts;

  /**
   * The texts of an operation.
   *
   * @param gone the parts of it that only older releases have
   */
  PartTexts(Operation operation, Map<String, Facts> gone) {
    parts = new LinkedHashMap<>(gone);
    parts.putAll(operation.sent());
  }

  /** The parameter with the part in it; where that is for some types only, the type too. */
  Map<String, String> with(Part part) {
    Facts facts = holding(part);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(part.wireName(), text(part, facts.listed()));
    if (facts.has("instance-types")) {
      List<?> types = SchemaFile.list(facts.map().get("instance-types"));
      String name = facts.text("type-property");
      texts.put(name, oldest(name, types.stream().map(String::valueOf).toList()));
    }
    return texts;
  }

  private String text(Part part, Facts facts) {
    if (part.key() == null) {
      return part.value() == null ? any(facts) : part.value();
    }
    Facts gone = parts.get(part.parameter() + " . " + part.key());
    Facts key = facts.takenKeys().getOrDefault(part.key(), gone);
    return part.key() + "=" + (part.value() == null ? valued(key, facts) : part.value());
  }

  /** Some text of a parameter. */
  String any(String name) {
    return any(alternatives(name).get(0).listed());
  }

  /** A key of a parameter with some text. */
  String keyed(String name, String key) {
    return keyed(key, alternatives(name).get(0).listed());
  }

  /** The oldest of some texts of a parameter. */
  String oldest(String name, List<String> texts) {
    return Examples.oldest(alternatives(name).get(0), texts);
  }

  /** Returns the alternatives of a parameter by its wire name. */
  private List<Facts> alternatives(String name) {
    Facts numbered = parts.get(name.replaceFirst("\\d+$", "[n]"));
    return parts.getOrDefault(name, numbered).alternatives();
  }

  /** Returns the alternative of a parameter that contains the part. */
  private Facts holding(Part part) {
    List<Facts> all = parts.get(part.parameter()).alternatives();
    return all.stream().filter(each -> holds(each.listed(), part)).findFirst().orElse(all.get(0));
  }

  private static boolean holds(Facts facts, Part part) {
    Facts holder = part.key() == null ? facts : facts.takenKeys().get(part.key());
    return holder != null && (part.value() == null || holder.values().contains(part.value()));
  }

  /** Of a property string, what has nothing younger; a bare value is older than its key. */
  private static String any(Facts facts) {
    Map<String, Facts> keys = facts.takenKeys();
    String whole = Examples.oldest(facts);
    boolean isOld =
        PropertyReading.values(keys, whole).entrySet().stream()
            .allMatch(each -> isOld(keys.get(each.getKey()), each.getValue()));
    if (isOld) {
      return whole;
    }
    return keys.values().stream()
        .filter(key -> key.has("default_key"))
        .map(Examples::oldest)
        .findFirst()
        .orElseGet(() -> keyed(oldest(keys), facts));
  }

  private static String oldest(Map<String, Facts> keys) {
    return keys.keySet().stream()
        .filter(key -> isOld(keys.get(key), Examples.oldest(keys.get(key))))
        .findFirst()
        .orElseThrow();
  }

  /** Whether a key, if it is one, and its text are as old as the parameter. */
  private static boolean isOld(@Nullable Facts key, String text) {
    return key == null || !(key.has("since") || key.has("alias") || key.valueSince(text) != null);
  }

  private static String keyed(String key, Facts facts) {
    return key + "=" + valued(facts.takenKeys().get(key), facts);
  }

  /** Some text of a key; another name of a key takes what that does. */
  private static String valued(Facts key, Facts facts) {
    return Examples.oldest(facts.takenKeys().getOrDefault(key.text("alias"), key))
        .replace(',', ';');
  }
}
