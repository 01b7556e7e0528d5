package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks by the name of their format. A check returns the server's complaint, or null. */
final class FormatTable {
  private final Map<String, Function<String, @Nullable String>> checks = new HashMap<>();

  /** Adds a format whose values match a pattern. A {@code %s} in the complaint is the value. */
  void matching(String format, String regex, String complaint) {
    Pattern pattern = Pattern.compile(regex);
    checking(
        format,
        value -> pattern.matcher(value).matches() ? null : complaint.replace("%s", value) + "\n");
  }

  /** Adds a format with a check of its own. */
  void checking(String format, Function<String, @Nullable String> check) {
    checks.put(format, check);
  }

  boolean has(String format) {
    return checks.containsKey(format);
  }

  @Nullable String complaint(String format, String value) {
    Function<String, @Nullable String> check = checks.get(format);
    return check == null ? null : check.apply(value);
  }
}
