package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of the overrides gives several places one result, if they answer the same. */
class SharedResultsTest {
  private static final String REST = "io/github/proxmoxmpc/api/rest/";
  private static final String NAME = "\"name\": {\"type\": \"string\"}";
  private static final String RULE = "GET /area/thing/rules";
  private static final String OTHER = "GET /area/other/rules";

  @Test
  void theTypeHasTheNameOfItsRowAndListsItsOperations() {
    Map<String, String> files =
        generated(row("GET *rules"), answering(RULE, NAME), listing(OTHER, NAME));

    assertThat(files)
        .doesNotContainKeys(
            REST + "area/thing/ThingRules.java", REST + "area/other/OtherRulesEntry.java")
        .hasEntrySatisfying(
            REST + "result/ThingRule.java",
            text ->
                assertThat(text)
                    .contains("A rule of things. Immutable")
                    .contains("{@code GET /area/thing/rules}", "{@code GET /area/other/rules}"))
        .hasEntrySatisfying(
            REST + "area/thing/ThingRulesPath.java",
            text -> assertThat(text).contains("public ThingRule get()"))
        .hasEntrySatisfying(
            REST + "area/other/OtherRulesPath.java",
            text -> assertThat(text).contains("public List<ThingRule> get()"));
  }

  @Test
  void aTypeOfOnePackageIsInThatPackage() {
    assertThat(
            generated(
                row("GET *rules"),
                answering(RULE, NAME),
                listing("GET /area/thing/{id}/old-rules", NAME)))
        .containsKey(REST + "area/thing/ThingRule.java")
        .doesNotContainKey(REST + "result/ThingRule.java");
  }

  @Test
  void aFieldCanBeShared() {
    Map<String, String> files =
        generated(
            row("GET /area/thing . in.rule", "GET /area/other"),
            answering("GET /area/thing", list("in", list("rule", NAME))),
            answering("GET /area/other", NAME));

    assertThat(files)
        .containsKey(REST + "result/ThingRule.java")
        .hasEntrySatisfying(
            REST + "area/thing/ThingIn.java",
            text -> assertThat(text).contains("public List<ThingRule> rule()"));
  }

  @Test
  void theObjectsInASharedResultAreSharedWithIt() {
    Map<String, String> files =
        generated(
            row("GET *rules"),
            answering(RULE, list("part", NAME)),
            answering(OTHER, list("part", NAME)));

    assertThat(files)
        .containsKeys(REST + "result/ThingRule.java", REST + "result/ThingRulePart.java")
        .hasEntrySatisfying(
            REST + "result/ThingRulePart.java",
            text -> assertThat(text).contains("The field {@code part} of {@link ThingRule}"));
  }

  @Test
  void onlyTheFactsOfAllPlacesAreTold() {
    String bounded =
        "\"name\": {\"type\": \"string\", \"pattern\": \"a\", \"maxLength\": 9, \"default\": \"a\"}";
    String open = "\"name\": {\"type\": \"string\", \"default\": \"a\"}";

    assertThat(generated(row("GET *rules"), answering(RULE, bounded), answering(OTHER, open)))
        .hasEntrySatisfying(
            REST + "result/ThingRule.java",
            text -> assertThat(text).contains("Default: ").doesNotContain("Pattern: ", "Length: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\": {\"type\": \"integer\"}",
        "\"name\": {\"type\": \"string\", \"optional\": 1}",
        "\"name\": {\"type\": \"string\", \"since\": \"9.0\"}",
        "\"name\": {\"type\": \"string\", \"meaning\": \"secret\"}",
        "\"name\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}",
        "\"name\": {\"type\": \"string\"}, \"more\": {\"type\": \"string\"}",
        "\"other\": {\"type\": \"string\"}",
        "\"name\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}"
      })
  void placesThatAnswerSomethingElseAreRefused(String fields) {
    for (String[] each : new String[][] {{NAME, fields}, {fields, NAME}}) {
      assertThatThrownBy(
              () ->
                  generated(row("GET *rules"), answering(RULE, each[0]), answering(OTHER, each[1])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ThingRule at ")
          .hasMessageContaining(RULE)
          .hasMessageContaining(OTHER);
    }
  }

  @Test
  void aRowThatFitsNothingIsRefused() {
    assertThatThrownBy(() -> generated(row(RULE, "GET /nowhere"), answering(RULE, NAME)))
        .hasMessageContaining("there is no operation of this shared result: GET /nowhere");
    assertThatThrownBy(() -> generated(row(RULE + " . name"), answering(RULE, NAME)))
        .hasMessageContaining("this place is none: " + RULE + " . name");
    assertThatThrownBy(() -> generated(row(RULE + " . gone"), answering(RULE, NAME)))
        .hasMessageContaining("this place is none: " + RULE + " . gone");
    assertThatThrownBy(() -> generated(row(RULE, "GET *rules"), answering(RULE, NAME)))
        .hasMessageContaining("two shared results have this place: GET *rules");
  }

  private static String row(String... places) {
    return "{\"sharedResults\": [{\"type\": \"ThingRule\", \"meaning\": \"A rule of things\", \"at\": [\"%s\"]}]}"
        .formatted(String.join("\", \"", places));
  }

  private static String answering(String operation, String fields) {
    return operation(operation, "{\"type\": \"object\", \"properties\": {%s}}".formatted(fields));
  }

  private static String listing(String operation, String fields) {
    return operation(operation, list("", fields).substring("\"\": ".length()));
  }

  private static String list(String field, String fields) {
    return "\"%s\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {%s}}}"
        .formatted(field, fields);
  }

  private static String operation(String title, String returns) {
    return "\"%s\": {\"since\": \"8.0\", \"parameters\": {}, \"returns\": %s}"
        .formatted(title, returns);
  }

  private static Map<String, String> generated(String overrides, String... operations) {
    String schema =
        "{\"release\": \"9.2\", \"releases\": [\"8.0\", \"9.0\", \"9.2\"], \"operations\": {%s}}"
            .formatted(String.join(",", operations));
    return ClientGenerator.generate(ApiSchema.read(schema, overrides));
  }
}
