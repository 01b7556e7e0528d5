package io.github.proxmoxmpc.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiSchemaTest {
  private static final String SCHEMA =
      """
      {
        "release": "9.2",
        "releases": ["8.3", "9.2"],
        "operations": {
          "PUT /thing/{id}": {"since": "8.3", "parameters": {}, "returns": {"type": "null"}}
        },
        "gone": {
          "PUT /thing/{id} ? old": {"since": "8.3", "type": "string", "until": "8.3"}
        }
      }
      """;

  private static final String TWO_RESULTS =
      """
      {
        "release": "9.2",
        "releases": ["9.2"],
        "operations": {
          "GET /now": {
            "parameters": {},
            "returns": {"type": "object", "properties": {"cores": {"type": "integer"}}}
          },
          "GET /then": {"parameters": {}, "returns": {"type": "any"}}
        },
        "gone": {}
      }
      """;

  @Test
  void aRemovedParameterIsPutBackIntoItsOperation() {
    ApiSchema schema = ApiSchema.read(SCHEMA, "{}");

    assertThat(schema.operations().get(0).parameters()).containsOnlyKeys("old");
  }

  @Test
  void aRowAppliesToAllOperationsUnderItsPath() {
    ApiSchema schema = ApiSchema.read(SCHEMA, agentErrorsUnder("/thing"));

    assertThat(schema.operations().get(0).returns().mayBeAgentError()).isTrue();
  }

  @Test
  void aRowWithoutAnOperationUnderItsPathIsRefusedByName() {
    assertThatThrownBy(() -> ApiSchema.read(SCHEMA, agentErrorsUnder("/other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no operation under /other");
  }

  private static String agentErrorsUnder(String path) {
    return "{\"agentErrors\": [{\"under\": \"" + path + "\"}]}";
  }

  @Test
  void aRemovedParameterOfAnUnknownOperationIsRefusedByName() {
    String renamed = SCHEMA.replace("{id}\": {", "{name}\": {");

    assertThatThrownBy(() -> ApiSchema.read(renamed, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PUT /thing/{id} ? old");
  }

  @Test
  void aSharedResultIncludesItsCorrections() {
    ApiSchema schema = ApiSchema.read(TWO_RESULTS, overrides("GET /now"));

    TypeSchema shared = schema.operations().get(1).returns();
    assertThat(shared.sameAs()).isEqualTo("GET /now");
    assertThat(shared.type()).isEqualTo("object");
    assertThat(shared.properties()).containsOnlyKeys("cores", "time");
    assertThat(schema.operations().get(0).returns().sameAs()).isNull();
  }

  @Test
  void theResultOfAnUnknownOperationCannotBeShared() {
    assertThatThrownBy(() -> ApiSchema.read(TWO_RESULTS, overrides("GET /never")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET /never");
  }

  @Test
  void aRowOfAPathParameterAppliesToEveryOperation() {
    String paths =
        """
        {"paths": [{"parameter": "id", "facts": {"type": "integer", "takesRest": 1}}]}
        """;

    assertThat(ApiSchema.read(SCHEMA, paths).operations().get(0).parameters())
        .hasEntrySatisfying(
            "id",
            id -> {
              assertThat(id.type()).isEqualTo("integer");
              assertThat(id.takesRest()).isTrue();
            });
    assertThatThrownBy(() -> ApiSchema.read(SCHEMA, paths.replace("\"id\"", "\"name\"")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no path has the parameter 'name'");
  }

  private static String overrides(String model) {
    return """
        {"results": [
          {"operation": "GET /then", "sameAs": "%s"},
          {"operation": "GET /now", "returns": {"properties": {"time": {"type": "integer"}}}}]}
        """
        .formatted(model);
  }
}
