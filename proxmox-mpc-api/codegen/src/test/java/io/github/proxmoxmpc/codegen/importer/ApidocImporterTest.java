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
  void factsAreTakenOverAndProseIsNot() {
    String printed = Json.print(ApidocImporter.merge(FIRST, "9.1", Map.of()));

    assertThat(printed).doesNotContain("Prose").doesNotContain("typetext");
    assertThat(printed).contains("\"PUT /thing/{id}\"").contains("(?-ismx:x{0,3})");
  }

  @Test
  void whatIsNewGetsItsReleaseAndWhatIsGoneIsRemembered() {
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
        .containsEntry("PUT /thing/{id} ? old", Map.of("since", "9.1", "until", "9.1"));
    assertThat(second.get("releases")).isEqualTo(List.of("9.1", "9.2"));
  }

  @Test
  void importingTheSameTwiceChangesNothing() {
    Map<String, @Nullable Object> first = ApidocImporter.merge(FIRST, "9.2", Map.of());

    String again =
        Json.print(ApidocImporter.merge(FIRST, "9.2", Json.readObject(Json.print(first))));

    assertThat(again).isEqualTo(Json.print(first));
  }

  @Test
  void theFileIsWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
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
  void theCommittedSchemaIsAsTheImporterPrintsIt() throws IOException {
    String committed = Files.readString(Path.of("../schema/pve-api.json"));

    Map<String, @Nullable Object> schema = Json.readObject(committed);

    assertThat(Json.print(schema)).isEqualTo(committed);
    assertThat(Json.object(schema.get("operations"))).hasSize(675);
  }
}
