package io.github.proxmoxmpc.api.conformance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The server's own decisions about values by its patterns and formats ({@code verdicts.txt}),
 * including final line feeds, letters and digits beyond ASCII, and the other case.
 */
final class Verdicts {
  /**
   * A value.
   *
   * @param value as it is sent
   * @param isTaken whether the server takes it
   */
  record Verdict(String value, boolean isTaken) {}

  private final Map<String, List<Verdict>> verdicts = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  Verdicts() throws IOException {
    List<Verdict> those = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/verdicts.txt"))) {
      if (line.startsWith("# ")) {
        those = new ArrayList<>();
        verdicts.put(line.substring(2), those);
      } else if (!line.startsWith("##")) {
        String value = (String) PlainJson.parse(line.substring(2));
        those.add(new Verdict(String.valueOf(value), line.startsWith("+")));
      }
    }
  }

  /**
   * Those of a text with these facts; every pattern of the schema has some. For one like another
   * before, one of each kind shows that it has the rule at all.
   */
  List<Verdict> of(Facts facts) {
    if (!facts.type().equals("string") || !facts.values().isEmpty()) {
      return List.of();
    }
    boolean isFormat = !facts.has("pattern") && facts.map().get("format") instanceof String;
    String rule = isFormat ? "format " + facts.text("format") : "pattern " + facts.text("pattern");
    if (facts.has("pattern") && !verdicts.containsKey(rule)) {
      throw new AssertionError("verdicts.txt has nothing of Perl for the " + rule);
    }
    List<Verdict> all = new ArrayList<>(verdicts.getOrDefault(rule, List.of()));
    // What Perl takes by the pattern may be too long still, or have a format besides.
    boolean isBoth = facts.has("pattern") && facts.has("format");
    all.removeIf(each -> each.isTaken() && (isBoth || !fits(each.value(), facts)));
    if (seen.add(rule + isBoth + facts.text("maxLength") + facts.text("minLength"))) {
      return all;
    }
    return Stream.of(true, false)
        .flatMap(kind -> all.stream().filter(each -> each.isTaken() == kind).limit(1))
        .toList();
  }

  private static boolean fits(String value, Facts facts) {
    BigDecimal length = BigDecimal.valueOf(value.codePointCount(0, value.length()));
    BigDecimal longest = facts.number("maxLength");
    BigDecimal shortest = facts.number("minLength");
    return (longest == null || length.compareTo(longest) <= 0)
        && (shortest == null || length.compareTo(shortest) >= 0);
  }
}
