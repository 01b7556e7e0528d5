package io.github.proxmoxmpc.codegen.java;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Results of equal form are one type, or a reason is written down: no-shared-results.txt. */
class EqualResultsTest {
  private static final Path SCHEMA = Path.of("../schema");
  private static final Path REASONS = Path.of("src/test/resources/no-shared-results.txt");
  private static final Pattern RESULT = Pattern.compile("final class (\\w+) extends ApiResult");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+\\.(\\w+));");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*\\b");
  private static final Pattern SINCE = Pattern.compile("Since Proxmox VE .*|@deprecated .*");

  /** What Javadoc says of releases, the type, the name, and how it is read. */
  private static final Pattern ACCESSOR =
      Pattern.compile(
          "(?ms)^  /\\*\\*((?:(?!\\*/).)*)\\*/\\n(?:  @Deprecated\\n)?"
              + "  public ([^\\n]*) (\\w+)\\(\\) \\{\\n    return ([^\\n]*);");

  /** With one field, different concepts are too often equal. */
  private static final int FEWEST_FIELDS = 2;

  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, List<String>> forms = new HashMap<>();

  @Test
  void resultsOfEqualFormAreShared() throws IOException {
    ClientGenerator.generate(
            ApiSchema.read(
                Files.readString(SCHEMA.resolve("pve-api.json")),
                Files.readString(SCHEMA.resolve("overrides.json"))))
        .forEach(
            (path, text) -> {
              if (RESULT.matcher(text).find()) {
                sources.put(path.replace(".java", "").replace('/', '.'), text);
              }
            });
    Map<String, TreeSet<String>> groups = new TreeMap<>();
    for (String type : sources.keySet()) {
      List<String> form = form(type);
      if (form.size() >= FEWEST_FIELDS) {
        groups.computeIfAbsent(form.toString(), unused -> new TreeSet<>()).add(simple(type));
      }
    }

    assertThat(groups).hasSizeGreaterThan(200);
    assertThat(
            groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> String.join(" ", group)))
        .as("declare them in \"sharedResults\" of overrides.json, or give a reason in " + REASONS)
        .containsExactlyInAnyOrderElementsOf(withReason());
  }

  private static List<String> withReason() throws IOException {
    return Files.readAllLines(REASONS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(": ")))
        .toList();
  }

  /**
   * The fields of a result in the order of the alphabet; those of its objects are in their types.
   */
  private List<String> form(String type) {
    List<String> known = forms.get(type);
    if (known != null) {
      return known;
    }
    // For an object that holds its like.
    forms.put(type, List.of("itself"));
    List<String> form = new ArrayList<>();
    ACCESSOR
        .matcher(sources.get(type))
        .results()
        .forEach(accessor -> form.add(form(type, accessor)));
    form.sort(null);
    forms.put(type, form);
    return form;
  }

  private String form(String type, MatchResult accessor) {
    String releases =
        SINCE.matcher(accessor.group(1)).results().map(MatchResult::group).collect(joining());
    String code = accessor.group(3) + " " + accessor.group(2) + " " + accessor.group(4);
    return NAME.matcher(code).replaceAll(name -> qualified(type, name.group())) + releases;
  }

  private String qualified(String type, String name) {
    String beside = type.substring(0, type.lastIndexOf('.') + 1) + name;
    String known =
        IMPORT
            .matcher(sources.get(type))
            .results()
            .filter(each -> each.group(2).equals(name))
            .map(each -> each.group(1))
            .findFirst()
            .orElse(beside);
    return sources.containsKey(known) ? form(known).toString() : known;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
