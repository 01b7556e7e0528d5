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
 * @param formats the property strings
 * @param identifiers the types of identifiers that are to be generated
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
   * @param since the first release that has it; null where all do that are known
   * @param gone when it went, and what came instead; null where it is still there
   * @param tokenAllowed whether an API token may call it
   * @param permissions the permission facts of the schema; empty where it holds none
   * @param parameters by wire name, path parameters included
   * @param returns what it answers
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
    /** Method and path, as a person writes them. */
    public String title() {
      return method + " " + path;
    }
  }

  /**
   * That something is gone.
   *
   * @param release the first release that lacks it
   * @param instead what does the same today; null where nothing does, or it is not known
   */
  public record Departure(String release, @Nullable String instead) {}

  /**
   * A value that an enumeration had once.
   *
   * @param text the value
   * @param since the first release that had it; null where that is what holds the value
   * @param gone when it went
   */
  public record GoneValue(String text, @Nullable String since, Departure gone) {}

  /**
   * A type for the names of one kind of thing.
   *
   * @param type its simple name
   * @param kind what it names, in words
   * @param rule the pattern of the server
   */
  public record Identifier(String type, String kind, String rule) {}

  /** Copies the lists. */
  public ApiSchema {
    operations = List.copyOf(operations);
    identifiers = List.copyOf(identifiers);
  }

  /**
   * Reads the schema file and applies the overrides.
   *
   * @throws IllegalArgumentException if an override names an operation that does not exist
   */
  public static ApiSchema read(String schemaFile, String overridesFile) {
    Map<String, @Nullable Object> schema = Json.readObject(schemaFile);
    Map<String, @Nullable Object> overrides = Json.readObject(overridesFile);
    Oldest.forget(schema);
    RemovedElements gone = RemovedElements.read(schema, Json.list(overrides.get("successors")));
    // Those that are gone come last: what they are called must not change the names of the others.
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
    results.share();
    List<Operation> list = new ArrayList<>();
    operations.forEach((title, facts) -> list.add(operation(title, Json.object(facts))));
    return new ApiSchema(
        String.valueOf(schema.get("release")),
        list,
        formats,
        identifiers(overrides.get("identifiers")));
  }

  /** The rows that hold a rule; the others are of types that are written by hand. */
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
