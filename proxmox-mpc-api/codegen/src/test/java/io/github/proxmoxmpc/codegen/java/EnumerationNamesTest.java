package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What enumerations are called that several operations have, or whose field another one has. */
class EnumerationNamesTest {
  private static final String PACKAGE = "io/github/proxmoxmpc/api/rest/area/thing/";
  private static final String COLOUR = "\"colour\": {\"type\": \"string\", \"enum\": [\"red\"]}";
  private static final String HUE = "\"colour\": {\"type\": \"string\", \"enum\": [\"blue\"]}";

  @Test
  void theDeepestPlaceOfAllOperationsGivesTheName() {
    assertThat(
            enumerations(
                taking("POST /area/thing/{id}/paint", COLOUR),
                taking("PUT /area/thing/{id}/coat/{n}", COLOUR)))
        .containsExactly("ThingColour");
    assertThat(enumerations(taking("PUT /area/thing/{id}/coat/{n}", COLOUR)))
        .containsExactly("ThingCoatColour");
  }

  @Test
  void theSameFieldWithOtherValuesHasAnotherName() {
    assertThat(
            enumerations(
                taking("POST /area/thing/paint", COLOUR), taking("POST /area/thing/coat", HUE)))
        .containsExactlyInAnyOrder("ThingPaintColour", "ThingCoatColour");
  }

  @Test
  void whatMoreOperationsHaveHasThePlainName() {
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
  void whatIsAnsweredHasThePlainNameBeforeWhatIsAskedFor() {
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
  void aPlaceOfThatNameKeepsIt() {
    assertThat(
            enumerations(
                taking("POST /area/thing", COLOUR),
                """
                "GET /area/thing/colour": {"since": "9.2", "parameters": {},
                  "returns": {"type": "object", "properties": {"name": {"type": "string"}}}}"""))
        .containsExactly("ThingPostColour");
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
