package io.github.proxmoxmpc.codegen.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters are files: the section {@code uploads} of the overrides. The schema knows the
 * name of such a file alone, and where the server puts its bytes, which nobody else may say.
 */
final class Uploads {
  /** What a parameter means that is a file. */
  static final String FILE = "file";

  private Uploads() {}

  /** Enters the rows of the overrides into the operations. */
  static void enter(List<?> rows, Map<String, @Nullable Object> operations) {
    for (Object each : rows) {
      Map<String, @Nullable Object> row = Json.object(each);
      String title = String.valueOf(row.get("operation"));
      Map<String, @Nullable Object> parameters =
          Json.object(Json.object(operations.get(title)).get("parameters"));
      Object facts = parameters.get(String.valueOf(row.get("file")));
      if (facts == null || parameters.remove(String.valueOf(row.get("kept"))) == null) {
        throw new IllegalArgumentException("overrides.json: no file is uploaded as in " + row);
      }
      Json.object(facts).put(SemanticTypes.FACT, FILE);
    }
  }
}
