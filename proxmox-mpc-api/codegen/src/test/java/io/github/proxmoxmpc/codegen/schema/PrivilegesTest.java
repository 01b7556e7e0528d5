package io.github.proxmoxmpc.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrivilegesTest {
  private static final String ROW =
      """
      {"privileges": [{"of": ["%s"], "needs": "Thing.Modify on /things", "source": "read"}]}
      """;

  @Test
  void aWritingOperationThatAllowsEveryUserNeedsARow() {
    assertThatThrownBy(() -> ApiSchema.read(schema("POST /thing", "{\"user\": \"all\"}"), "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("POST /thing")
        .hasMessageContaining("\"privileges\" of overrides.json");
  }

  @Test
  void aRowBecomesAFactOfThePermissions() {
    ApiSchema schema =
        ApiSchema.read(schema("POST /thing", "{\"user\": \"all\"}"), ROW.formatted("POST /thing"));

    assertThat(schema.operations().get(0).permissions())
        .containsEntry(Privileges.NEEDS, "Thing.Modify on /things");
  }

  @Test
  void aReadingOperationNeedsNoRow() {
    ApiSchema schema = ApiSchema.read(schema("GET /thing", "{\"user\": \"all\"}"), "{}");

    assertThat(schema.operations()).hasSize(1);
  }

  @Test
  void aRowForAnOperationWithDeclaredPrivilegesIsRefused() {
    String declared = schema("GET /thing", "{\"check\": [\"perm\", \"/\", [\"Sys.Audit\"]]}");

    assertThatThrownBy(() -> ApiSchema.read(declared, ROW.formatted("GET /thing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET /thing");
    assertThatThrownBy(() -> ApiSchema.read(declared, ROW.formatted("GET /nothing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET /nothing");
  }

  private static String schema(String title, String permissions) {
    return """
    {
      "release": "9.2",
      "releases": ["9.2"],
      "operations": {
        "%s": {
          "since": "9.2",
          "permissions": %s,
          "parameters": {},
          "returns": {"type": "null"}
        }
      },
      "gone": {}
    }
    """
        .formatted(title, permissions);
  }
}
