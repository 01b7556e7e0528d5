package io.github.proxmoxmpc.codegen.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that are uploaded files: the section {@code uploads} of the overrides. The schema
 * declares only the name of such a file, and the path where the server stores its bytes, which
 * clients must not set.
 */
final class Uploads {
  /** The meaning of a parameter that is a file. */
  static final String FILE = "file";

  private Uploads() {}

  /**
   * Marks the parameters that are files and removes the paths on the server.
   *
   * @throws IllegalArgumentException if an operation does not have the parameters of its row
   */
  static void enter(List<?> rows, Map<String, @Nullable Object> operations) {
    for (Object each : rows) {
      Map<String, @Nullable Object> row = Json.object(each);
      String title = String.valueOf(row.get("operation"));
      Map<String, @Nullable Object> parameters =
          Json.object(Json.object(operations.get(title)).get("parameters"));
      Object facts = parameters.get(String.valueOf(row.get("file")));
      if (facts == null || parameters.remove(String.valueOf(row.get("kept"))) == null) {
        throw new IllegalArgumentException(
            "overrides.json: no operation has the file and path of the upload " + row);
      }
      Json.object(facts).put(SemanticTypes.FACT, FILE);
    }
  }
}
