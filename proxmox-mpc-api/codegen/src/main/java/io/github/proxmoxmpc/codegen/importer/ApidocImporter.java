package io.github.proxmoxmpc.codegen.importer;

import io.github.proxmoxmpc.codegen.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates the schema file from the {@code apidoc.js} that every Proxmox VE host serves for its API
 * viewer ({@code https://HOST:8006/pve-docs/api-viewer/apidoc.js}).
 *
 * <p>Imports facts, but no prose. Keeps the history of earlier releases: a new element gets the
 * imported release as its {@code since}, and a removed element moves to {@code gone}.
 */
public final class ApidocImporter {
  // Descriptions for people and links of the viewer; all other keys are facts.
  private static final Set<String> PROSE =
      Set.of(
          "description",
          "verbose_description",
          "format_description",
          "typetext",
          "title",
          "links",
          "method",
          "completion",
          "additionalProperties");

  private ApidocImporter() {}

  /**
   * Runs the import.
   *
   * @param args {@code apidoc.js}, its Proxmox VE release (such as {@code 9.2}), the schema file
   * @throws IOException if a file cannot be read or written; the schema file then is unchanged
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "expected three arguments: apidoc.js, its release (such as 9.2), the schema file");
    }
    Path file = Path.of(args[2]);
    Map<String, @Nullable Object> before =
        Files.exists(file) ? Json.readObject(Files.readString(file)) : new LinkedHashMap<>();
    Map<String, @Nullable Object> schema =
        merge(Files.readString(Path.of(args[0])), args[1], before);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, Json.print(schema));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns the schema of a release, with the history of an earlier schema. */
  static Map<String, @Nullable Object> merge(
      String apidoc, String release, Map<String, @Nullable Object> before) {
    Map<String, @Nullable Object> operations = new TreeMap<>();
    for (Object node : Json.list(Json.read(arrayIn(apidoc)))) {
      collect(Json.object(node), operations);
    }
    History history = History.of(before);
    history.enter(release, operations);
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("release", release);
    schema.put("releases", history.releases());
    schema.put("operations", operations);
    schema.put("gone", history.gone());
    return schema;
  }

  /** Returns the array that the script assigns to {@code apiSchema}. */
  private static String arrayIn(String script) {
    int begin = script.indexOf("apiSchema");
    int open = begin < 0 ? -1 : script.indexOf('[', begin);
    if (open < 0) {
      throw new IllegalArgumentException("no 'apiSchema = [' in the script: is it an apidoc.js?");
    }
    boolean text = false;
    int depth = 0;
    for (int i = open; i < script.length(); i++) {
      char c = script.charAt(i);
      if (text) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          text = false;
        }
      } else if (c == '"') {
        text = true;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return script.substring(open, i + 1);
      }
    }
    throw new IllegalArgumentException("the 'apiSchema' array has no end: is the file complete?");
  }

  private static void collect(
      Map<String, @Nullable Object> node, Map<String, @Nullable Object> operations) {
    Object path = node.get("path");
    for (Map.Entry<String, @Nullable Object> info : Json.object(node.get("info")).entrySet()) {
      operations.put(info.getKey() + " " + path, operation(Json.object(info.getValue())));
    }
    for (Object child : Json.list(node.get("children"))) {
      collect(Json.object(child), operations);
    }
  }

  private static Map<String, @Nullable Object> operation(Map<String, @Nullable Object> info) {
    Map<String, @Nullable Object> operation = new TreeMap<>();
    for (Map.Entry<String, @Nullable Object> fact : info.entrySet()) {
      switch (fact.getKey()) {
        case "parameters" -> {
          Map<String, @Nullable Object> parameters = new TreeMap<>();
          for (Map.Entry<String, @Nullable Object> parameter :
              Json.object(Json.object(fact.getValue()).get("properties")).entrySet()) {
            parameters.put(parameter.getKey(), facts(parameter.getValue()));
          }
          operation.put("parameters", parameters);
        }
        case "returns" -> operation.put("returns", facts(fact.getValue()));
        case "permissions" -> operation.put("permissions", permissions(fact.getValue()));
        default -> {
          if (!PROSE.contains(fact.getKey())) {
            operation.put(fact.getKey(), fact.getValue());
          }
        }
      }
    }
    return operation;
  }

  private static Map<String, @Nullable Object> permissions(@Nullable Object value) {
    Map<String, @Nullable Object> permissions = new TreeMap<>(Json.object(value));
    permissions.remove("description");
    return permissions;
  }

  /** Returns a JSON schema sorted and without prose, with its patterns translated to Java. */
  private static @Nullable Object facts(@Nullable Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, @Nullable Object> facts = new TreeMap<>();
    for (Map.Entry<String, @Nullable Object> fact : Json.object(value).entrySet()) {
      String name = fact.getKey();
      Object content = fact.getValue();
      switch (name) {
        case "pattern" -> facts.put(name, PerlPatternTranslator.toJava(String.valueOf(content)));
        case "properties", "format" -> facts.put(name, named(content));
        case "items" -> facts.put(name, facts(content));
        case "oneOf" ->
            facts.put(name, Json.list(content).stream().map(ApidocImporter::facts).toList());
        default -> {
          if (!PROSE.contains(name)) {
            facts.put(name, content);
          }
        }
      }
    }
    return facts;
  }

  /** Returns schemas by name: the properties of an object, or the keys of a property string. */
  private static @Nullable Object named(@Nullable Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, @Nullable Object> named = new TreeMap<>();
    Json.object(value).forEach((name, schema) -> named.put(name, facts(schema)));
    return named;
  }
}
