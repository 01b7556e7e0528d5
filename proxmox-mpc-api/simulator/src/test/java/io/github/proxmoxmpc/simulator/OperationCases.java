package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The valid requests in {@code operations/*.json}: for each operation of the API at least one. The
 * writes under {@code setup} come first; {@code as} names their result, and {@code ${name}} in a
 * later text inserts it.
 */
final class OperationCases {
  private OperationCases() {}

  /**
   * One request.
   *
   * @param operation method and path template
   * @param path the path as sent, not encoded
   * @param setup what is sent before
   * @param upload the name of the file in a multipart body, or null
   * @param refusal the reason of the 500 if even this request is refused, or null
   */
  record Case(
      String operation,
      String path,
      Map<String, Object> parameters,
      List<Write> setup,
      @Nullable String upload,
      @Nullable String refusal) {
    String method() {
      return operation.substring(0, operation.indexOf(' '));
    }

    @Override
    public String toString() {
      return method() + " " + path;
    }
  }

  /**
   * A request that prepares a case.
   *
   * @param operation method and path as sent
   * @param as the name under which later texts can use its result, or null
   */
  record Write(String operation, Map<String, Object> parameters, @Nullable String as) {}

  /** Returns the cases by the name of their file. */
  static SortedMap<String, List<Case>> all() {
    SortedMap<String, List<Case>> cases = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder())) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> cases.put(file.getFileName().toString(), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** Returns the rows of a text file beside the cases, split at tabs. Comments are left out. */
  static List<List<String>> table(String name) {
    try {
      return Files.readAllLines(folder().resolve(name)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    URL folder = OperationCases.class.getResource("/operations");
    if (folder == null) {
      throw new IllegalStateException("Cannot find the folder 'operations' on the class path");
    }
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Case> read(Path file) {
    Map<String, @Nullable Object> content;
    try {
      content = JsonCodec.object(JsonCodec.read(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    List<Write> shared = writes(content.get("setup"));
    return JsonCodec.array(content.get("cases")).stream()
        .map(JsonCodec::object)
        .map(
            one ->
                new Case(
                    text(one, "operation"),
                    text(one, "path"),
                    parameters(one),
                    Stream.concat(shared.stream(), writes(one.get("setup")).stream()).toList(),
                    (String) one.get("upload"),
                    (String) one.get("refusal")))
        .toList();
  }

  private static List<Write> writes(@Nullable Object setup) {
    return JsonCodec.array(setup).stream()
        .map(JsonCodec::object)
        .map(one -> new Write(text(one, "operation"), parameters(one), (String) one.get("as")))
        .toList();
  }

  private static String text(Map<String, @Nullable Object> one, String field) {
    Object value = one.get(field);
    if (value == null) {
      throw new IllegalArgumentException("A case has no '" + field + "': " + one);
    }
    return value.toString();
  }

  private static Map<String, Object> parameters(Map<String, @Nullable Object> one) {
    Map<String, Object> parameters = new TreeMap<>();
    JsonCodec.object(one.get("parameters"))
        .forEach(
            (name, value) ->
                parameters.put(
                    name,
                    value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : String.valueOf(value)));
    return parameters;
  }
}
