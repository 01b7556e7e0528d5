package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the API, as the schema file and the overrides together tell them.
 *
 * @param release the release that the schema is of
 * @param operations by method and path
 */
public record ApiSchema(String release, List<Operation> operations) {

  /**
   * One operation.
   *
   * @param method the HTTP method
   * @param path the path with its parameters in braces
   * @param since the first release that has it
   * @param tokenAllowed whether an API token may call it
   * @param permissions the permission facts of the schema; empty where it holds none
   * @param parameters by wire name, path parameters included
   * @param returns what it answers
   */
  public record Operation(
      String method,
      String path,
      String since,
      boolean tokenAllowed,
      Map<String, @Nullable Object> permissions,
      Map<String, TypeSchema> parameters,
      TypeSchema returns) {
    /** Method and path, as a person writes them. */
    public String title() {
      return method + " " + path;
    }
  }

  /** Copies the list. */
  public ApiSchema {
    operations = List.copyOf(operations);
  }

  /**
   * Reads the schema file and applies the overrides.
   *
   * @throws IllegalArgumentException if an override names an operation that does not exist
   */
  public static ApiSchema read(String schemaFile, String overridesFile) {
    Map<String, @Nullable Object> schema = Json.readObject(schemaFile);
    Map<String, @Nullable Object> operations = Json.object(schema.get("operations"));
    for (Object row : Json.list(Json.readObject(overridesFile).get("results"))) {
      Map<String, @Nullable Object> override = Json.object(row);
      Object target = operations.get(String.valueOf(override.get("operation")));
      if (target == null) {
        throw new IllegalArgumentException(
            "overrides.json: there is no operation " + override.get("operation"));
      }
      merge(Json.object(Json.object(target).get("returns")), Json.object(override.get("returns")));
    }
    List<Operation> list = new ArrayList<>();
    operations.forEach((title, facts) -> list.add(operation(title, Json.object(facts))));
    return new ApiSchema(String.valueOf(schema.get("release")), list);
  }

  /** Objects are merged name by name; anything else is replaced. */
  private static void merge(
      Map<String, @Nullable Object> facts, Map<String, @Nullable Object> corrections) {
    corrections.forEach(
        (name, correction) -> {
          if (correction instanceof Map<?, ?> && facts.get(name) instanceof Map<?, ?>) {
            merge(Json.object(facts.get(name)), Json.object(correction));
          } else {
            facts.put(name, correction);
          }
        });
  }

  private static Operation operation(String title, Map<String, @Nullable Object> facts) {
    int blank = title.indexOf(' ');
    String since = String.valueOf(facts.get("since"));
    Map<String, TypeSchema> parameters = new LinkedHashMap<>();
    Json.object(facts.get("parameters"))
        .forEach((name, value) -> parameters.put(name, new TypeSchema(Json.object(value))));
    return new Operation(
        title.substring(0, blank),
        title.substring(blank + 1),
        since,
        Json.truth(facts.get("allowtoken")),
        Json.object(facts.get("permissions")),
        parameters,
        new TypeSchema(Json.object(facts.get("returns"))));
  }
}
