package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a firewall file: {@code |IN SSH(ACCEPT) -source +dc/admins -log nolog # comment}.
 * Immutable and thread-safe.
 *
 * <p>Follows {@code parse_fw_rule} of PVE::Firewall 9.2.
 */
public final class FirewallRule implements Line {
  private static final Pattern RULE = Pattern.compile("(\\s*)(\\|?)([^#]*)(#.*)?", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("(\\s*)(\\S+)");
  private static final Pattern MACRO = Pattern.compile("(\\S+)\\((ACCEPT|DROP|REJECT)\\)");
  private static final Pattern OPTION =
      Pattern.compile("-(i|p)|--?(proto|dport|sport|source|dest|log|icmp-type)");
  private static final Map<String, String> FIELDS = Map.of("i", "iface", "p", "proto");
  private static final Set<String> LOG_LEVELS =
      Set.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "nolog");

  private record Word(String gap, String text) {}

  private final String before;
  private final String bar;
  private final List<Word> words;
  private final String gap;
  private final @Nullable String remark;
  private final Map<String, String> options = new LinkedHashMap<>();

  private FirewallRule(Matcher rule) {
    before = rule.group(1);
    bar = rule.group(2);
    remark = rule.group(4);
    String body = rule.group(3);
    List<Word> found = new ArrayList<>();
    int end = 0;
    Matcher word = WORD.matcher(body);
    while (word.lookingAt()) {
      found.add(new Word(word.group(1), word.group(2)));
      end = word.end();
      word.region(end, body.length());
    }
    words = List.copyOf(found);
    gap = body.substring(end);
  }

  /** Reads a rule; empty if the line is not one. */
  static Optional<FirewallRule> parse(String line) {
    Matcher matcher = RULE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    FirewallRule rule = new FirewallRule(matcher);
    return rule.readOptions() ? Optional.of(rule) : Optional.empty();
  }

  private boolean readOptions() {
    boolean isDetached = !words.isEmpty() && !bar.isEmpty() && !words.get(0).gap().isEmpty();
    if (words.size() < 2 || words.size() % 2 != 0 || isDetached) {
      return false;
    }
    for (int i = 2; i < words.size(); i += 2) {
      if (!readOption(words.get(i).text(), words.get(i + 1))) {
        return false;
      }
    }
    return true;
  }

  /**
   * One space separates option and value; a reference to a group accepts only the interface option.
   */
  private boolean readOption(String word, Word value) {
    Matcher option = OPTION.matcher(word);
    if (!option.matches() || !value.gap().equals(" ")) {
      return false;
    }
    String name = option.group(1) == null ? option.group(2) : option.group(1);
    boolean isKnown =
        type().equals("group")
            ? name.equals("i")
            : !name.equals("log") || LOG_LEVELS.contains(value.text());
    options.put(FIELDS.getOrDefault(name, name), value.text());
    return isKnown;
  }

  /** Returns whether the rule is enabled; a bar in front of it disables it. */
  public boolean isEnabled() {
    return bar.isEmpty();
  }

  /**
   * Returns {@code in}, {@code out}, {@code forward}, or {@code group} for the rules of a group.
   */
  public String type() {
    return words.get(0).text().toLowerCase(Locale.ROOT);
  }

  /** Returns {@code ACCEPT}, {@code DROP}, {@code REJECT}, or the name of a group. */
  public String action() {
    Matcher macro = MACRO.matcher(words.get(1).text());
    return takesMacro() && macro.matches() ? macro.group(2) : words.get(1).text();
  }

  /** Returns the macro, such as {@code SSH}; null if the rule has no macro. */
  public @Nullable String macro() {
    Matcher macro = MACRO.matcher(words.get(1).text());
    return takesMacro() && macro.matches() ? macro.group(1) : null;
  }

  private boolean takesMacro() {
    return List.of("in", "out", "forward").contains(type());
  }

  /**
   * Returns a condition by its name in the API: {@code iface}, {@code proto}, {@code source},
   * {@code dest}, {@code sport}, {@code dport}, {@code icmp-type}, or the level of {@code log};
   * null if the rule does not have it.
   */
  public @Nullable String option(String name) {
    return options.get(name);
  }

  /** Returns the comment; null if the rule has no comment. */
  public @Nullable String comment() {
    return remark == null ? null : remark.substring(1).strip();
  }

  /**
   * Returns the rule as the API returns it.
   *
   * @param position its position among the rules of its section, from 0
   */
  public JsonObject json(int position) {
    Map<String, String> fields = new LinkedHashMap<>(options);
    String macro = macro();
    if (macro != null) {
      fields.put("macro", macro);
    }
    String comment = comment();
    if (comment != null) {
      fields.put("comment", comment);
    }
    JsonObject.Builder json = JsonObject.builder();
    json.put("pos", number(position)).put("type", new JsonString(type()));
    json.put("action", new JsonString(action())).put("enable", number(isEnabled() ? 1 : 0));
    fields.forEach((name, value) -> json.put(name, new JsonString(value)));
    return json.build();
  }

  private static JsonValue number(int value) {
    return JsonNumber.of(value);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(before).append(bar);
    words.forEach(word -> text.append(word.gap()).append(word.text()));
    return text.append(gap).append(remark == null ? "" : remark).toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FirewallRule that && that.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Returns the kind and the action, never an address or a comment. */
  @Override
  public String toString() {
    return "FirewallRule[" + type() + " " + action() + "]";
  }
}
