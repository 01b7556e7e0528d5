package io.github.proxmoxmpc.codegen.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.codegen.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApidocImporterTest {
  private static final String FIRST =
      """
      const apiSchema = [
         { "children": [
             { "info": { "PUT": {
                 "allowtoken": 1, "description": "Prose ] } with brackets.", "method": "PUT", "name": "update",
                 "parameters": { "additionalProperties": 0, "properties": {
                   "mode": { "description": "Prose.", "enum": ["a", "b"], "type": "string", "optional": 1 },
                   "old": { "type": "string", "pattern": "(?^:x{,3})", "typetext": "<x>" },
                   "net[n]": { "type": "string", "format": { "model": { "type": "string", "description": "Prose." } } }
                 } },
                 "permissions": { "check": ["perm", "/", ["Sys.Modify"]], "description": "Prose." },
                 "returns": { "type": "null" } } },
               "leaf": 1, "path": "/thing/{id}", "text": "{id}" } ],
           "info": {}, "leaf": 0, "path": "/thing", "text": "thing" }
      ]
      ;
      let method2cmd = { "not": ["ours"] };
      """;

  @Test
  void factsAreImportedAndProseIsNot() {
    String printed = Json.print(ApidocImporter.merge(FIRST, "9.1", Map.of()));

    assertThat(printed).doesNotContain("Prose").doesNotContain("typetext");
    assertThat(printed).contains("\"PUT /thing/{id}\"").contains("(?-ismx:x{0,3})");
  }

  @Test
  void newElementsGetTheirReleaseAndRemovedOnesAreKept() {
    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.1", Map.of());
    String next =
        FIRST
            .replace("[\"a\", \"b\"]", "[\"a\", \"c\"]")
            .replace("\"old\"", "\"fresh\"")
            .replace("\"model\": {", "\"queues\": { \"type\": \"integer\" }, \"model\": {");

    Map<String, @Nullable Object> second = ApidocImporter.merge(next, "9.2", first);

    Map<String, @Nullable Object> operation =
        Json.object(Json.object(second.get("operations")).get("PUT /thing/{id}"));
    Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
    assertThat(operation.get("since")).isEqualTo("9.1");
    assertThat(Json.object(parameters.get("fresh")).get("since")).isEqualTo("9.2");
    assertThat(Json.object(parameters.get("mode"))).doesNotContainKey("since");
    assertThat(Json.object(parameters.get("mode")).get("valueSince")).isEqualTo(Map.of("c", "9.2"));
    Map<String, @Nullable Object> format =
        Json.object(Json.object(parameters.get("net[n]")).get("format"));
    assertThat(Json.object(format.get("queues")).get("since")).isEqualTo("9.2");
    assertThat(Json.object(second.get("gone")))
        .containsOnlyKeys("PUT /thing/{id} ? mode = b", "PUT /thing/{id} ? old")
        .containsEntry("PUT /thing/{id} ? mode = b", Map.of("since", "9.1", "until", "9.1"))
        .containsEntry(
            "PUT /thing/{id} ? old",
            Map.of("since", "9.1", "until", "9.1", "type", "string", "pattern", "(?-ismx:x{0,3})"));
    assertThat(second.get("releases")).isEqualTo(List.of("9.1", "9.2"));
  }

  @Test
  void aRemovedOperationKeepsItsFactsOverManyReleases() {
    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.1", Map.of());
    String next = FIRST.replace("[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]");
    String without = FIRST.replace("/thing/{id}", "/other/{id}");

    Map<String, @Nullable Object> second = ApidocImporter.merge(next, "9.2", first);
    Map<String, @Nullable Object> third = ApidocImporter.merge(without, "9.3", second);
    Map<String, @Nullable Object> fourth =
        ApidocImporter.merge(without, "9.4", Json.readObject(Json.print(third)));

    Map<String, @Nullable Object> gone =
        Json.object(Json.object(fourth.get("gone")).get("PUT /thing/{id}"));
    assertThat(gone)
        .containsEntry("since", "9.1")
        .containsEntry("until", "9.2")
        .containsEntry("returns", Map.of("type", "null"))
        .containsKey("permissions");
    Map<String, @Nullable Object> parameters = Json.object(gone.get("parameters"));
    assertThat(parameters).containsOnlyKeys("mode", "old", "net[n]");
    assertThat(Json.object(parameters.get("mode")).get("valueSince")).isEqualTo(Map.of("c", "9.2"));
    assertThat(Json.object(fourth.get("gone"))).hasSize(1);
    assertThat(Json.object(fourth.get("operations"))).containsOnlyKeys("PUT /other/{id}");
  }

  @Test
  void anElementThatComesBackIsNoLongerGone() {
    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.1", Map.of());
    Map<String, @Nullable Object> without =
        ApidocImporter.merge(FIRST.replace("\"old\"", "\"fresh\""), "9.2", first);

    Map<String, @Nullable Object> back = ApidocImporter.merge(FIRST, "9.3", without);

    assertThat(Json.object(back.get("gone"))).containsOnlyKeys("PUT /thing/{id} ? fresh");
  }

  @Test
  void anOperationWithARenamedPathParameterIsTheSameOperation() {
    Map<String, @Nullable Object> first =
        ApidocImporter.merge(FIRST.replace("\"mode\"", "\"id\""), "9.1", Map.of());
    String renamed = FIRST.replace("{id}", "{id-or-name}").replace("\"mode\"", "\"id-or-name\"");

    Map<String, @Nullable Object> second = ApidocImporter.merge(renamed, "9.2", first);

    Map<String, @Nullable Object> operation =
        Json.object(Json.object(second.get("operations")).get("PUT /thing/{id-or-name}"));
    assertThat(operation).containsEntry("since", "9.1");
    assertThat(Json.print(operation.get("parameters"))).doesNotContain("since");
    assertThat(Json.object(second.get("gone"))).isEmpty();
  }

  @Test
  void removedElementsFollowTheRenameOfAPathParameter() {
    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.1", Map.of());
    String without = FIRST.replace("\"old\"", "\"fresh\"");
    Map<String, @Nullable Object> second = ApidocImporter.merge(without, "9.2", first);

    Map<String, @Nullable Object> third =
        ApidocImporter.merge(without.replace("{id}", "{id-or-name}"), "9.3", second);

    assertThat(Json.object(third.get("gone"))).containsOnlyKeys("PUT /thing/{id-or-name} ? old");
  }

  @Test
  void valuesOfPropertyStringKeysHaveTheirReleases() {
    String before = withModel("{ \"enum\": [\"e1000\", \"ne2k\"] }");
    String after = withModel("{ \"enum\": [\"e1000\", \"virtio\"] }");

    Map<String, @Nullable Object> first = ApidocImporter.merge(before, "9.1", Map.of());
    Map<String, @Nullable Object> second = ApidocImporter.merge(after, "9.2", first);

    assertThat(Json.print(second.get("operations")))
        .contains("\"enum\": [\"e1000\", \"virtio\"], \"valueSince\": {\"virtio\": \"9.2\"}");
    assertThat(Json.object(second.get("gone")))
        .containsOnlyKeys("PUT /thing/{id} ? net[n] . model = ne2k");
  }

  @Test
  void valuesOfAStringThatBecomesAnEnumerationAreNotNew() {
    String told = withModel("{ \"enum\": [\"e1000\", \"ne2k\"] }");
    String more = withModel("{ \"enum\": [\"e1000\", \"virtio\"] }");
    String number = withModel("{ \"type\": \"integer\" }");

    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.1", Map.of());
    Map<String, @Nullable Object> second = ApidocImporter.merge(told, "9.2", first);
    Map<String, @Nullable Object> third = ApidocImporter.merge(more, "9.3", second);
    Map<String, @Nullable Object> noText =
        ApidocImporter.merge(told, "9.2", ApidocImporter.merge(number, "9.1", Map.of()));

    assertThat(Json.print(second.get("operations"))).doesNotContain("valueSince");
    assertThat(Json.print(third.get("operations")))
        .contains("\"valueSince\": {\"virtio\": \"9.3\"}");
    assertThat(Json.print(noText.get("operations")))
        .contains("\"valueSince\": {\"e1000\": \"9.2\", \"ne2k\": \"9.2\"}");
  }

  private static String withModel(String facts) {
    String model = "{ \"type\": \"string\", \"description\": \"Prose.\" }";
    assertThat(FIRST).containsOnlyOnce("\"model\": " + model);
    return FIRST.replace(model, facts);
  }

  @Test
  void importingTheSameReleaseAgainChangesNothing() {
    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.2", Map.of());

    String again =
        Json.print(ApidocImporter.merge(FIRST, "9.2", Json.readObject(Json.print(first))));

    assertThat(again).isEqualTo(Json.print(first));
  }

  @Test
  void aFailedImportLeavesTheFileUnchanged(@TempDir Path folder) throws IOException {
    Path script = Files.writeString(folder.resolve("apidoc.js"), FIRST);
    Path broken = Files.writeString(folder.resolve("broken.js"), FIRST.substring(0, 200));
    Path schema = folder.resolve("pve-api.json");
    ApidocImporter.main(new String[] {script.toString(), "9.2", schema.toString()});
    String before = Files.readString(schema);

    assertThatThrownBy(
            () -> ApidocImporter.main(new String[] {broken.toString(), "9.3", schema.toString()}))
        .hasMessageContaining("has no end");
    assertThat(Files.readString(schema)).isEqualTo(before);
  }

  @Test
  void theCommittedSchemaHasTheFormOfTheImporter() throws IOException {
    String committed = Files.readString(Path.of("../schema/pve-api.json"));

    Map<String, @Nullable Object> schema = Json.readObject(committed);

    assertThat(Json.print(schema)).isEqualTo(committed);
    assertThat(Json.object(schema.get("operations"))).hasSize(678);
  }
}
