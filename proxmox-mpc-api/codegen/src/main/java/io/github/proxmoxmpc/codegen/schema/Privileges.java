package io.github.proxmoxmpc.codegen.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of operations that declare {@code user: all} and check the caller in their code.
 * They come from the section {@code privileges} of the overrides and become the fact {@link #NEEDS}
 * of the permissions.
 */
public final class Privileges {
  /** The permission fact that describes, in words, the privileges that an operation needs. */
  public static final String NEEDS = "needs";

  private static final String PERMISSIONS = "permissions";

  private Privileges() {}

  /**
   * Writes the rows into the permissions of the operations.
   *
   * @throws IllegalArgumentException if a row is for an operation whose schema declares its
   *     privileges, or if a writing operation that needs a row has none
   */
  static void enter(
      Map<String, @Nullable Object> overrides, Map<String, @Nullable Object> operations) {
    for (Object each : Json.list(overrides.get("privileges"))) {
      Map<String, @Nullable Object> row = Json.object(each);
      for (Object title : Json.list(row.get("of"))) {
        Map<String, @Nullable Object> operation = Json.object(operations.get(title));
        if (!isOpen(operation)) {
          throw new IllegalArgumentException(
              "overrides.json: a row of \"privileges\" is for "
                  + title
                  + ", whose privileges the schema declares");
        }
        Json.object(operation.get(PERMISSIONS)).put(NEEDS, row.get(NEEDS));
      }
    }
    operations.forEach(Privileges::check);
  }

  /** Requires a row for each writing operation; reading operations may do without one. */
  private static void check(String title, @Nullable Object operation) {
    Map<String, @Nullable Object> facts = Json.object(operation);
    if (isOpen(facts)
        && !title.startsWith("GET ")
        && !Json.object(facts.get(PERMISSIONS)).containsKey(NEEDS)) {
      throw new IllegalArgumentException(
          title
              + ": the schema allows every user and leaves the check to the code; add the"
              + " privileges that it needs under \"privileges\" of overrides.json");
    }
  }

  private static boolean isOpen(Map<String, @Nullable Object> operation) {
    return "all".equals(Json.object(operation.get(PERMISSIONS)).get("user"));
  }
}
