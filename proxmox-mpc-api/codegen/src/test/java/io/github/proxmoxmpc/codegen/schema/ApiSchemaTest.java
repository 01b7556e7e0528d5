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

  @Test
  void aPartThatIsGoneStandsInItsOperation() {
    ApiSchema schema = ApiSchema.read(SCHEMA, "{}");

    assertThat(schema.operations().get(0).parameters()).containsOnlyKeys("old");
  }

  @Test
  void aPartThatIsGoneWithoutItsOperationIsRefusedByName() {
    String renamed = SCHEMA.replace("{id}\": {", "{name}\": {");

    assertThatThrownBy(() -> ApiSchema.read(renamed, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PUT /thing/{id} ? old");
  }
}
