package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the API, read from the schema file and the overrides.
 *
 * @param release the Proxmox VE release that the schema describes
 * @param operations the operations, removed ones last
 * @param formats the property strings
 * @param identifiers the identifier types to generate
 */
public record ApiSchema(
    String release,
    List<Operation> operations,
    PropertyFormats formats,
    List<Identifier> identifiers) {

  /**
   * One operation.
   *
   * @param method the HTTP method
   * @param path the path with its parameters in braces
   * @param since the first release that has it; null if every known release has it
   * @param gone its removal and its successor; null if it was not removed
   * @param tokenAllowed whether an API token may call it
   * @param permissions the permission facts of the schema; empty if it has none
   * @param parameters the parameters by wire name, including path parameters
   * @param returns the type of its result
   */
  public record Operation(
      String method,
      String path,
      @Nullable String since,
      @Nullable Departure gone,
      boolean tokenAllowed,
      Map<String, @Nullable Object> permissions,
      Map<String, TypeSchema> parameters,
      TypeSchema returns) {
    /** Returns the method and the path, such as {@code GET /nodes}. */
    public String title() {
      return method + " " + path;
    }
  }

  /**
   * The removal of an element.
   *
   * @param release the first release without it
   * @param instead the element that replaces it; null if there is no replacement or none is known
   */
  public record Departure(String release, @Nullable String instead) {}

  /**
   * A removed value of an enumeration.
   *
   * @param text the value
   * @param since the first release that had it; null if the value is as old as its enumeration
   * @param gone its removal
   */
  public record GoneValue(String text, @Nullable String since, Departure gone) {}

  /**
   * A type for the identifiers of one kind of object.
   *
   * @param type its simple name
   * @param kind the kind of object, in words
   * @param rule the pattern that the server checks
   */
  public record Identifier(String type, String kind, String rule) {}

  /** Copies the lists, so that they cannot change. */
  public ApiSchema {
    operations = List.copyOf(operations);
    identifiers = List.copyOf(identifiers);
  }

  /**
   * Reads the schema file and applies the overrides.
   *
   * @throws IllegalArgumentException if an override fits nothing in the schema
   */
  public static ApiSchema read(String schemaFile, String overridesFile) {
    Map<String, @Nullable Object> schema = Json.readObject(schemaFile);
    Map<String, @Nullable Object> overrides = Json.readObject(overridesFile);
    Oldest.forget(schema);
    RemovedElements gone = RemovedElements.read(schema, Json.list(overrides.get("successors")));
    // Removed operations come last, so that they do not change the names of the others.
    Map<String, @Nullable Object> operations =
        new LinkedHashMap<>(Json.object(schema.get("operations")));
    operations.putAll(gone.operations());
    gone.enterParts(operations);
    ResultOverrides results = new ResultOverrides(Json.list(overrides.get("results")), operations);
    results.correct();
    for (Object row : Json.list(overrides.get("agentErrors"))) {
      Branch.of(Json.object(row), operations)
          .forEach(each -> Json.object(each.get("returns")).put(TypeSchema.AGENT_ERROR, true));
    }
    PathFacts.enter(Json.list(overrides.get("paths")), operations);
    Uploads.enter(Json.list(overrides.get("uploads")), operations);
    ParameterDependencies.enter(overrides, operations);
    Privileges.enter(overrides, operations);
    PropertyFormats formats =
        PropertyFormats.read(Json.object(overrides.get("formats")), operations);
    operations.forEach((title, facts) -> formats.enter(title, Json.object(facts)));
    SemanticTypes.apply(operations, overrides);
    SharedEnumerations.enter(Json.list(overrides.get("enumerations")), operations);
    SharedResultRows.enter(Json.list(overrides.get("sharedResults")), operations);
    results.share();
    List<Operation> list = new ArrayList<>();
    operations.forEach((title, facts) -> list.add(operation(title, Json.object(facts))));
    return new ApiSchema(
        String.valueOf(schema.get("release")),
        list,
        formats,
        identifiers(overrides.get("identifiers")));
  }

  /** Returns the types of the rows with a rule; types without one are written by hand. */
  private static List<Identifier> identifiers(@Nullable Object rows) {
    return Json.list(rows).stream()
        .map(Json::object)
        .filter(row -> row.get("rule") != null)
        .map(
            row ->
                new Identifier(
                    simpleName(String.valueOf(row.get("type"))),
                    String.valueOf(row.get("kind")),
                    String.valueOf(row.get("rule"))))
        .toList();
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static Operation operation(String title, Map<String, @Nullable Object> facts) {
    int blank = title.indexOf(' ');
    Map<String, TypeSchema> parameters = new LinkedHashMap<>();
    Json.object(facts.get("parameters"))
        .forEach((name, value) -> parameters.put(name, new TypeSchema(Json.object(value))));
    return new Operation(
        title.substring(0, blank),
        title.substring(blank + 1),
        new TypeSchema(facts).text("since"),
        new TypeSchema(facts).gone(),
        Json.truth(facts.get("allowtoken")),
        Json.object(facts.get("permissions")),
        parameters,
        new TypeSchema(Json.object(facts.get("returns"))));
  }
}
