package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Results guard every field that is a secret or contains one, at any depth. */
class GuardedFieldsTest {
  private static final Pattern RESULT =
      Pattern.compile("public final class (\\w+) extends ApiResult");
  private static final Pattern READ =
      Pattern.compile("return (?:every|indexed|optional|required)\\((?:\"([^\"]+)\", )?(.*)\\);");
  private static final Pattern TYPE = Pattern.compile("(\\w+)\\.(TYPE|SECRET)");

  @Test
  void everyFieldThatIsOrContainsASecretIsGuarded() {
    Map<String, String> results = results();
    Set<String> holders = new HashSet<>(Set.of("RealmTfa", "Decoder.SECRET"));
    int known;
    do {
      known = holders.size();
      results.forEach(
          (name, text) -> {
            if (!guardedNames(text, holders).isEmpty()) {
              holders.add(name);
            }
          });
    } while (holders.size() > known);

    Set<String> open = new TreeSet<>();
    results.forEach(
        (name, text) -> {
          for (String field : guardedNames(text, holders)) {
            String guard = field.equals("null") ? "default -> " : "case \"" + field + "\" -> ";
            int method = text.indexOf("Decoder<?> guarded(String field)");
            if (method < 0 || !text.substring(method).contains(guard)) {
              open.add(name + "." + field);
            }
          }
        });
    assertThat(open).isEmpty();
    assertThat(holders).hasSizeGreaterThan(25).contains("WrittenStorage", "DomainsRealm");
  }

  /** Returns the wire names of the fields with one of these types. */
  private static Set<String> guardedNames(String text, Set<String> holders) {
    Set<String> names = new HashSet<>();
    READ.matcher(text)
        .results()
        .forEach(
            read ->
                TYPE.matcher(read.group(2))
                    .results()
                    .filter(
                        type -> holders.contains(type.group(1)) || holders.contains(type.group()))
                    .forEach(type -> names.add(String.valueOf(read.group(1)))));
    return names;
  }

  /** Returns the texts of the results by their simple names, joined if packages share a name. */
  private static Map<String, String> results() {
    Map<String, String> results = new HashMap<>();
    WholeApi.SOURCES.forEach(
        (path, text) -> {
          var result = RESULT.matcher(text);
          if (result.find()) {
            results.merge(result.group(1), text, (one, other) -> one + other);
          }
        });
    return results;
  }
}
