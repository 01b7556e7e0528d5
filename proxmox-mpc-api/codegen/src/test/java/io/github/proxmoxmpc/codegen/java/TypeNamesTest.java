package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the parts of a type name are joined: no word is repeated next to itself. */
class TypeNamesTest {
  private static final String PACKAGE = "io/github/proxmoxmpc/api/rest/area/thing/";
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?m)^ *(?:public|private|protected)? ?(?:static )?(?:final )?(?:class|enum) (\\w+)");
  private static final Pattern REPEATED = Pattern.compile("((?:[A-Z][^A-Z]*)+)\\1(?![^A-Z])");

  @Test
  void noGeneratedTypeRepeatsAWordNextToItself() {
    List<String> names =
        WholeApi.SOURCES.values().stream()
            .flatMap(text -> DECLARED.matcher(text).results())
            .map(match -> match.group(1))
            .distinct()
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(1000)
        .filteredOn(name -> REPEATED.matcher(name).find())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Thing, Path, ThingPath",
    "ThingPci, PciIdOrMapping, ThingPciIdOrMapping",
    "HaManagerStatus, ManagerStatus, HaManagerStatus",
    "LvmThin, ThinPool, LvmThinPool",
    "Mapping, Ping, MappingPing",
    "DnsDns, Dns, DnsDns",
    "Thing, Thin, ThingThin"
  })
  void wordsThatEndOnePartAndBeginTheNextAreWrittenOnce(String first, String next, String name) {
    assertThat(JavaNames.joined(first, next)).isEqualTo(name);
  }

  @Test
  void aParameterWithTheNameOfItsSegmentIsCalledItem() {
    assertThat(
            types(
                operation("GET /area/thing", "{\"type\": \"array\", \"items\": %s}", "a"),
                operation("GET /area/thing/{thing}", "%s", "a")))
        .containsExactlyInAnyOrder("ThingPath", "ThingEntry", "ThingItemPath", "ThingItem");
  }

  @Test
  void aFieldWithTheNameOfItsObjectIsCalledValue() {
    String inner = "{\"type\": \"object\", \"properties\": {\"thing\": %s}}";

    assertThat(types(operation("GET /area/thing", inner, "b")))
        .containsExactlyInAnyOrder("ThingPath", "Thing", "ThingValue");
  }

  @Test
  void aTreeOfObjectsHasOneType() {
    String recursive =
        """
        {"type": "object", "properties": {"name": {"type": "string"}, "children": {"type": "array",
          "items": {"type": "object", "properties": {"name": {"type": "string"}, "children":
            {"type": "array", "optional": 1, "items": {"type": "object", "itself": 1}}}}}}}""";

    assertThat(generated(operation("GET /area/thing", recursive, "a")))
        .containsOnlyKeys(
            PACKAGE + "Thing.java",
            PACKAGE + "ThingPath.java",
            PACKAGE + "ThingChildren.java",
            PACKAGE + "package-info.java")
        .hasEntrySatisfying(
            PACKAGE + "ThingChildren.java",
            text -> assertThat(text).contains("public @Nullable List<ThingChildren> children()"));
  }

  private static String operation(String title, String returns, String field) {
    String object = "{\"type\": \"object\", \"properties\": {\"%s\": {\"type\": \"string\"}}}";
    return "\"%s\": {\"since\": \"9.2\", \"parameters\": {}, \"returns\": %s}"
        .formatted(title, returns.replace("%s", object.formatted(field)));
  }

  private static List<String> types(String... operations) {
    return generated(operations).keySet().stream()
        .map(file -> file.substring(PACKAGE.length()).replace(".java", ""))
        .filter(name -> !name.equals("package-info"))
        .toList();
  }

  private static Map<String, String> generated(String... operations) {
    String schema =
        "{\"release\": \"9.2\", \"releases\": [\"9.2\"], \"operations\": {%s}}"
            .formatted(String.join(",", operations));
    Map<String, String> all = ClientGenerator.generate(ApiSchema.read(schema, "{}"));
    all.keySet().removeIf(file -> !file.startsWith(PACKAGE));
    return all;
  }
}
