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
   * @param since the first release that has it
   * @param tokenAllowed whether an API token may call it
   * @param permissions the permission facts of the schema; empty where it holds none
   * @param parameters by wire name, path parameters included
   * @param returns what it answers
   * @param gone the parameters and values that it had once
   */
  public record Operation(
      String method,
      String path,
      String since,
      boolean tokenAllowed,
      Map<String, @Nullable Object> permissions,
      Map<String, TypeSchema> parameters,
      TypeSchema returns,
      List<Gone> gone) {
    /** Method and path, as a person writes them. */
    public String title() {
      return method + " " + path;
    }
  }

  /**
   * A parameter of an operation, or a key or a value of one, that a later release took away.
   *
   * @param parameter its wire name
   * @param key the key of the property string that is gone; null where no key is
   * @param value the value that is gone; null where the parameter is
   * @param since the first release that had it
   * @param until the last release that had it
   */
  public record Gone(
      String parameter, @Nullable String key, @Nullable String value, String since, String until) {}

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
    Map<String, @Nullable Object> operations = Json.object(schema.get("operations"));
    Map<String, @Nullable Object> overrides = Json.readObject(overridesFile);
    for (Object row : Json.list(overrides.get("results"))) {
      Map<String, @Nullable Object> override = Json.object(row);
      Object target = operations.get(String.valueOf(override.get("operation")));
      if (target == null) {
        throw new IllegalArgumentException(
            "overrides.json: there is no operation " + override.get("operation"));
      }
      merge(Json.object(Json.object(target).get("returns")), Json.object(override.get("returns")));
    }
    enterDependent(Json.list(overrides.get("dependent")), operations);
    PropertyFormats formats =
        PropertyFormats.read(Json.object(overrides.get("formats")), operations);
    operations.forEach((title, facts) -> formats.enter(title, Json.object(facts)));
    Meanings.apply(operations, overrides);
    List<Operation> list = new ArrayList<>();
    Map<String, List<Gone>> gone = goneByOperation(Json.object(schema.get("gone")));
    operations.forEach(
        (title, facts) ->
            list.add(operation(title, Json.object(facts), gone.getOrDefault(title, List.of()))));
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

  /** Parameters that only some values of another allow, which the schema itself does not tell. */
  private static void enterDependent(
      List<@Nullable Object> rows, Map<String, @Nullable Object> operations) {
    for (Object each : rows) {
      Map<String, @Nullable Object> row = Json.object(each);
      Map<String, @Nullable Object> operation =
          Json.object(operations.get(String.valueOf(row.get("operation"))));
      Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
      Json.object(row.get("only"))
          .forEach(
              (name, values) -> {
                if (!parameters.containsKey(name)) {
                  throw new IllegalArgumentException(
                      "overrides.json: " + row.get("operation") + " has no parameter " + name);
                }
                Map<String, @Nullable Object> schema = Json.object(parameters.get(name));
                schema.put("onlyWith", row.get("on"));
                schema.put("onlyWithValues", values);
              });
    }
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

  /**
   * The names are {@code OPERATION ? parameter}, with {@code = value} or {@code . key} behind it.
   */
  private static Map<String, List<Gone>> goneByOperation(Map<String, @Nullable Object> facts) {
    Map<String, List<Gone>> gone = new LinkedHashMap<>();
    facts.forEach(
        (key, value) -> {
          String[] operation = key.split(" \\? ", 2);
          if (operation.length == 2) {
            String[] whole = operation[1].split(" \\. ", 2);
            String[] parameter = whole[0].split(" = ", 2);
            Map<String, @Nullable Object> releases = Json.object(value);
            gone.computeIfAbsent(operation[0], title -> new ArrayList<>())
                .add(
                    new Gone(
                        parameter[0],
                        whole.length == 2 ? whole[1] : null,
                        parameter.length == 2 ? parameter[1] : null,
                        String.valueOf(releases.get("since")),
                        String.valueOf(releases.get("until"))));
          }
        });
    return gone;
  }

  private static Operation operation(
      String title, Map<String, @Nullable Object> facts, List<Gone> gone) {
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
        new TypeSchema(Json.object(facts.get("returns"))),
        gone);
  }
}
