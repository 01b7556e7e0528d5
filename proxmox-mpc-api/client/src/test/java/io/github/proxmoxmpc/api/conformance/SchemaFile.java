package io.github.proxmoxmpc.api.conformance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema file and the overrides, read apart from the generator: a mistake of the one cannot
 * hide behind the same mistake of the other.
 */
public final class SchemaFile {
  private static final Path FOLDER = Path.of("../schema");

  private SchemaFile() {}

  /**
   * An operation.
   *
   * @param method the HTTP method
   * @param path the path with its parameters in braces
   * @param parameters by wire name, those of the path among them
   * @param returns what it answers
   * @param first the first release that has it; null where all do
   * @param last the last release that has it; null where the newest does
   */
  public record Operation(
      String method,
      String path,
      Map<String, Facts> parameters,
      Facts returns,
      @Nullable String first,
      @Nullable String last) {
    public String title() {
      return method + " " + path;
    }

    /** The parameters that are no part of the path. */
    Map<String, Facts> sent() {
      Map<String, Facts> sent = new LinkedHashMap<>(parameters);
      sent.keySet().removeIf(name -> path.contains("{" + name + "}"));
      return sent;
    }

    /** Whether one of the parameters is a file. */
    boolean isUpload() {
      return sent().values().stream().anyMatch(facts -> "file".equals(facts.meaning()));
    }

    boolean writesBody() {
      return method.equals("POST") || method.equals("PUT");
    }
  }

  /** Returns the operations of all releases. */
  static List<Operation> everyOperation() throws IOException {
    return Stream.concat(operations().stream(), goneOperations().stream()).toList();
  }

  /** Returns the operations of the newest release. */
  static List<Operation> operations() throws IOException {
    return read("operations");
  }

  /** Returns the operations that only older releases have. */
  static List<Operation> goneOperations() throws IOException {
    return read("gone");
  }

  /** The parts that only older releases have, by the title of their operation. */
  static Map<String, Map<String, Facts>> goneParts() throws IOException {
    Map<String, Map<String, Facts>> parts = new LinkedHashMap<>();
    object(read(FOLDER.resolve("pve-api.json")).get("gone"))
        .forEach(
            (title, facts) -> {
              String[] words = title.split(" \\? ");
              if (words.length == 2) {
                parts
                    .computeIfAbsent(words[0], operation -> new LinkedHashMap<>())
                    .put(words[1], new Facts(object(facts)));
              }
            });
    return parts;
  }

  private static List<Operation> read(String section) throws IOException {
    Map<String, @Nullable Object> schema = read(FOLDER.resolve("pve-api.json"));
    Map<String, @Nullable Object> overrides = read(FOLDER.resolve("overrides.json"));
    Map<String, @Nullable Object> operations = object(schema.get(section));
    List<?> results = list(overrides.get("results"));
    for (Object row : results) {
      overlay(returns(operations, row, "operation"), object(object(row).get("returns")));
    }
    SemanticFacts meanings = new SemanticFacts(overrides, object(schema.get("operations")));
    meanings.enter(operations);
    for (Object row : results) {
      overlay(returns(operations, row, "operation"), returns(operations, row, "sameAs"));
    }
    for (Object row : list(overrides.get("paths"))) {
      String name = String.valueOf(object(row).get("parameter"));
      operations.forEach(
          (title, operation) -> {
            if (title.contains("{" + name + "}")) {
              overlay(
                  object(
                      object(object(operation).get("parameters"))
                          .computeIfAbsent(name, any -> new LinkedHashMap<>())),
                  object(object(row).get("facts")));
            }
          });
    }
    for (Object row : list(overrides.get("uploads"))) {
      String title = String.valueOf(object(row).get("operation"));
      Map<String, @Nullable Object> parameters =
          object(object(operations.get(title)).get("parameters"));
      // The server says itself where it has put the file.
      parameters.remove(String.valueOf(object(row).get("kept")));
      object(parameters.get(String.valueOf(object(row).get("file")))).put("meaning", "file");
    }
    for (Object row : list(overrides.get("booleans"))) {
      list(object(row).get("at")).forEach(place -> markFlags(operations, String.valueOf(place)));
    }
    for (ParameterDependency dependence : dependences(overrides)) {
      Map<String, @Nullable Object> operation = object(operations.get(dependence.operation()));
      Map<String, @Nullable Object> parameters = object(operation.get("parameters"));
      dependence
          .facts("requires")
          .forEach((name, other) -> object(parameters.get(name)).put("requires", other));
    }
    List<Operation> all = new ArrayList<>();
    operations.forEach(
        (title, value) -> {
          if (!title.contains(" ? ")) {
            all.add(operation(title, object(value)));
          }
        });
    return all;
  }

  /** Fields of results that are true or false, whatever the schema calls them. */
  private static void markFlags(Map<String, @Nullable Object> operations, String place) {
    String[] parts = place.split(" \\. ", 2);
    String places = parts[0].replaceAll("[{}]", "\\\\$0").replace("*", ".*");
    List<String> names = List.of(parts[1].split(", "));
    operations.forEach(
        (title, operation) -> {
          if (title.matches(places)) {
            markFlags(object(object(operation).get("returns")), names);
          }
        });
  }

  private static void markFlags(Map<String, @Nullable Object> facts, List<String> names) {
    object(facts.get("properties"))
        .forEach(
            (name, field) -> {
              if (names.contains(name)) {
                object(field).put("type", "boolean");
              }
              markFlags(object(field), names);
            });
    if (facts.containsKey("items")) {
      markFlags(object(facts.get("items")), names);
    }
  }

  /** Returns the result of the operation that a row of the overrides names. */
  private static Map<String, @Nullable Object> returns(
      Map<String, @Nullable Object> operations, @Nullable Object row, String named) {
    return object(object(operations.get(String.valueOf(object(row).get(named)))).get("returns"));
  }

  private static Operation operation(String title, Map<String, @Nullable Object> facts) {
    Map<String, Facts> parameters = new LinkedHashMap<>();
    object(facts.get("parameters"))
        .forEach((name, fact) -> parameters.put(name, new Facts(told(name, object(fact)))));
    String[] parts = title.split(" ", 2);
    return new Operation(
        parts[0],
        parts[1],
        parameters,
        new Facts(told("", object(facts.get("returns")))),
        (String) facts.get("since"),
        (String) facts.get("until"));
  }

  /**
   * What the overrides tell of parameters that depend on others.
   *
   * @param operation its method and path
   * @param row what is told
   */
  record ParameterDependency(String operation, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> facts(String part) {
      return object(row.get(part));
    }
  }

  static List<ParameterDependency> dependences() throws IOException {
    return dependences(read(FOLDER.resolve("overrides.json")));
  }

  private static List<ParameterDependency> dependences(Map<String, @Nullable Object> overrides) {
    List<ParameterDependency> all = new ArrayList<>();
    for (Object row : list(overrides.get("dependent"))) {
      Map<String, @Nullable Object> facts = object(row);
      for (Object operation : list(facts.get("operations"))) {
        all.add(new ParameterDependency(String.valueOf(operation), facts));
      }
    }
    return all;
  }

  /** The schema calls some ids plain texts and numbers, of which the server has a form. */
  static Map<String, @Nullable Object> told(String name, Map<String, @Nullable Object> facts) {
    if (name.equals("upid")) {
      facts.put("format", "pve-upid");
    } else if (List.of("vmid", "guest").contains(name)
        && !facts.containsKey("maximum")
        && !facts.containsKey("format")) {
      facts.put("format", "pve-vmid");
      facts.put("maximum", new BigDecimal("999999999"));
      facts.computeIfPresent("type", (key, type) -> type.equals("number") ? "integer" : type);
    }
    object(facts.get("properties")).forEach((field, fact) -> told(field, object(fact)));
    if (facts.containsKey("items")) {
      told(name, object(facts.get("items")));
    }
    return facts;
  }

  private static void overlay(
      Map<String, @Nullable Object> facts, Map<String, @Nullable Object> over) {
    for (Map.Entry<String, @Nullable Object> each : over.entrySet()) {
      boolean both = each.getValue() instanceof Map && facts.get(each.getKey()) instanceof Map;
      if (both) {
        overlay(object(facts.get(each.getKey())), object(each.getValue()));
      } else if (each.getValue() == null) {
        facts.remove(each.getKey());
      } else {
        facts.put(each.getKey(), each.getValue());
      }
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?>
        ? (Map<String, @Nullable Object>) value
        : new LinkedHashMap<>();
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  static Map<String, @Nullable Object> read(Path file) throws IOException {
    return object(PlainJson.parse(Files.readString(file)));
  }
}
