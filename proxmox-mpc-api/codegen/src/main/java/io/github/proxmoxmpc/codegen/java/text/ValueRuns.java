package io.github.proxmoxmpc.codegen.java.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes many values in few words: {@code ide0} to {@code ide3} are one run. */
public final class ValueRuns {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(0|[1-9]\\d{0,8})");

  private ValueRuns() {}

  /** Consecutive values that have the same first release. */
  private record Run(String first, String last, @Nullable String since) {
    static Run of(String value, @Nullable String since) {
      return new Run(value, value, since);
    }

    boolean isContinuedBy(Run next) {
      Matcher before = NUMBERED.matcher(last);
      Matcher after = NUMBERED.matcher(next.first);
      return Objects.equals(since, next.since)
          && before.matches()
          && after.matches()
          && before.group(1).equals(after.group(1))
          && Integer.parseInt(before.group(2)) + 1 == Integer.parseInt(after.group(2));
    }

    String inWords() {
      return (first.equals(last) ? first : first + " to " + last)
          + (since == null ? "" : " (since Proxmox VE " + since + ")");
    }
  }

  /** Returns the values with their first releases, if known; null if there are no values. */
  public static @Nullable String inWords(List<String> values, Map<String, String> since) {
    List<Run> runs = new ArrayList<>();
    for (String value : values) {
      Run next = Run.of(value, since.get(value));
      int end = runs.size() - 1;
      if (end >= 0 && runs.get(end).isContinuedBy(next)) {
        runs.set(end, new Run(runs.get(end).first(), value, next.since()));
      } else {
        runs.add(next);
      }
    }
    return runs.isEmpty()
        ? null
        : runs.stream().map(Run::inWords).collect(Collectors.joining(", "));
  }
}
