package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The verb that downloads a result as bytes, here with a required parameter, which no operation of
 * the real schema has.
 */
class DownloadVerbTest {
  private static final String SCHEMA =
      """
      {
        "release": "9.2",
        "releases": ["9.2"],
        "operations": {
          "GET /thing/log": {
            "since": "9.2",
            "parameters": {"service": {"type": "string"}, "raw": {"optional": 1, "type": "boolean"}},
            "returns": {"type": "string", "downloadParameter": "raw"}
          }
        }
      }
      """;

  private final Map<String, String> sources =
      ClientGenerator.generate(ApiSchema.read(SCHEMA, "{}"));

  private String source(String type) {
    return String.valueOf(sources.get("io/github/proxmoxmpc/api/rest/thing/log/" + type));
  }

  @Test
  void theDownloadTakesTheRequiredParameters() {
    assertThat(source("LogPath.java"))
        .contains("public Download download(Consumer<LogGetRequest.Builder> request) {")
        .contains("downloadAsync(Consumer<LogGetRequest.Builder> request) {")
        .contains(
            "place.build(DOWNLOAD, LogGetRequest.filled(request.andThen(all -> all.with(\"raw\","
                + " \"1\")))::build).parameters()")
        .doesNotContain("download() {");
  }

  @Test
  void theFlagOfTheDownloadHasNoSetter() {
    assertThat(source("LogGetRequest.java"))
        .contains("Builder service(String service)")
        .doesNotContain("Builder raw(");
  }
}
