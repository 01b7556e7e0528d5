package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names of enumerations that several operations share, or whose fields have equal names. */
class EnumerationNamesTest {
  private static final Pattern DECLARED = Pattern.compile("(?m)^public enum (\\w+)");

  // "network-get-interfaces" is a segment of a path.
  private static final Pattern METHOD =
      Pattern.compile("(?<!QemuAgentNetwork)(?:Get|Put|Post|Delete)(?![a-z])");

  private static final String PACKAGE = "io/github/proxmoxmpc/api/rest/area/thing/";
  private static final String COLOUR = "\"colour\": {\"type\": \"string\", \"enum\": [\"red\"]}";
  private static final String HUE = "\"colour\": {\"type\": \"string\", \"enum\": [\"blue\"]}";

  @Test
  void theDeepestCommonPlaceOfTheOperationsGivesTheName() {
    assertThat(
            enumerations(
                taking("POST /area/thing/{id}/paint", COLOUR),
                taking("PUT /area/thing/{id}/coat/{n}", COLOUR)))
        .containsExactly("ThingColour");
    assertThat(enumerations(taking("PUT /area/thing/{id}/coat/{n}", COLOUR)))
        .containsExactly("ThingCoatColour");
  }

  @Test
  void equalFieldsWithDifferentValuesHaveDifferentNames() {
    assertThat(
            enumerations(
                taking("POST /area/thing/paint", COLOUR), taking("POST /area/thing/coat", HUE)))
        .containsExactlyInAnyOrder("ThingPaintColour", "ThingCoatColour");
  }

  @Test
  void theEnumerationOfMoreOperationsGetsTheShorterName() {
    assertThat(
            generated(
                taking("GET /area/thing", COLOUR),
                taking("POST /area/thing", HUE),
                taking("PUT /area/thing/{id}", HUE)))
        .hasEntrySatisfying(
            PACKAGE + "ThingColour.java", text -> assertThat(text).contains("BLUE(\"blue\")"))
        .containsKey(PACKAGE + "ThingGetColour.java");
  }

  @Test
  void anEnumerationOfAResultGetsAShorterNameThanOneOfAParameter() {
    String asking =
        """
        "GET /area/thing": {"since": "9.2", "parameters": {%s},
          "returns": {"type": "object", "properties": {%s}}}"""
            .formatted(COLOUR, HUE);

    assertThat(generated(asking))
        .hasEntrySatisfying(
            PACKAGE + "ThingColour.java", text -> assertThat(text).contains("BLUE(\"blue\")"))
        .containsKey(PACKAGE + "ThingGetColour.java");
  }

  @Test
  void theNameOfAnObjectIsNotTakenByAnEnumeration() {
    assertThat(
            enumerations(
                taking("POST /area/thing", COLOUR),
                """
                "GET /area/thing/colour": {"since": "9.2", "parameters": {},
                  "returns": {"type": "object", "properties": {"name": {"type": "string"}}}}"""))
        .containsExactly("ThingPostColour");
  }

  @Test
  void noEnumerationOfTheApiIsNamedAfterAMethod() {
    List<String> names =
        WholeApi.SOURCES.values().stream()
            .flatMap(text -> DECLARED.matcher(text).results())
            .map(match -> match.group(1))
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(100)
        .filteredOn(name -> METHOD.matcher(name).find())
        .isEmpty();
  }

  private static String taking(String operation, String parameters) {
    return "\"%s\": {\"since\": \"9.2\", \"parameters\": {%s}, \"returns\": {\"type\": \"null\"}}"
        .formatted(operation, parameters);
  }

  private static List<String> enumerations(String... operations) {
    return generated(operations).entrySet().stream()
        .filter(file -> file.getValue().contains("public enum "))
        .map(file -> file.getKey().substring(PACKAGE.length()).replace(".java", ""))
        .toList();
  }

  private static Map<String, String> generated(String... operations) {
    String schema =
        "{\"release\": \"9.2\", \"releases\": [\"9.2\"], \"operations\": {%s}}"
            .formatted(String.join(",", operations));
    return ClientGenerator.generate(ApiSchema.read(schema, "{}"));
  }
}
