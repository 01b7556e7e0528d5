package io.github.proxmoxmpc.codegen.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operations ask for whose schema lets every user in and leaves the check to their code. Read
 * from the section {@code privileges} of the overrides and written into the permissions of each, as
 * {@link #NEEDS}.
 */
public final class Privileges {
  /** Under which name the permissions of an operation hold what it needs, in words. */
  public static final String NEEDS = "needs";

  private static final String PERMISSIONS = "permissions";

  private Privileges() {}

  /** Enters the rows of the overrides into the operations. */
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
                  + ", of which the schema itself tells who may call it");
        }
        Json.object(operation.get(PERMISSIONS)).put(NEEDS, row.get(NEEDS));
      }
    }
    operations.forEach(Privileges::check);
  }

  /** A read that nobody looked into may say so; a write has to be looked into. */
  private static void check(String title, @Nullable Object operation) {
    Map<String, @Nullable Object> facts = Json.object(operation);
    if (isOpen(facts)
        && !title.startsWith("GET ")
        && !Json.object(facts.get(PERMISSIONS)).containsKey(NEEDS)) {
      throw new IllegalArgumentException(
          title
              + ": the schema lets every user in and its code checks; say what it asks for under"
              + " \"privileges\" of overrides.json");
    }
  }

  private static boolean isOpen(Map<String, @Nullable Object> operation) {
    return "all".equals(Json.object(operation.get(PERMISSIONS)).get("user"));
  }
}
