package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that was sent to Proxmox VE 9.2.11, and the facts of its response. {@code ${9/ticket}}
 * in a text represents a field of the response to the ninth request, {@code %{9/ticket}} the same
 * percent-encoded.
 *
 * @param number the position in the conversation
 * @param at seconds since the start of the conversation
 * @param path the path below {@code /api2/json}, or a whole path that begins with {@code /api2}
 * @param body a body that is no form, or null
 * @param type the content type of that body, or null
 * @param caller whose credentials were sent
 * @param waits whether the recorder waited for the task in the path
 * @param reason the reason phrase
 * @param connection the values of the Connection headers
 * @param errors the names of the parameters with errors
 * @param shape the shape of the data, see {@link JsonShape}; null if there was no JSON body
 */
record RecordedExchange(
    int number,
    long at,
    String method,
    String path,
    Map<String, String> parameters,
    @Nullable String body,
    @Nullable String type,
    String caller,
    boolean waits,
    int status,
    String reason,
    List<String> connection,
    List<String> errors,
    @Nullable Object shape) {

  /** Returns the whole conversation, with each text changed by the function. */
  static List<RecordedExchange> conversation(UnaryOperator<String> renaming) {
    return lines("/replay/conversation.jsonl")
        .map(line -> read(JsonCodec.object(JsonCodec.read(renaming.apply(line)))))
        .toList();
  }

  /** Returns the lines of a resource. */
  static Stream<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(RecordedExchange.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedExchange read(Map<String, @Nullable Object> line) {
    Map<String, String> parameters = new TreeMap<>();
    JsonCodec.object(line.get("parameters"))
        .forEach((name, value) -> parameters.put(name, String.valueOf(value)));
    return new RecordedExchange(
        Integer.parseInt(text(line, "n")),
        Long.parseLong(text(line, "at")),
        text(line, "method"),
        text(line, "path"),
        parameters,
        (String) line.get("body"),
        (String) line.get("type"),
        text(line, "as"),
        line.containsKey("wait"),
        Integer.parseInt(text(line, "status")),
        text(line, "reason"),
        List.of(text(line, "connection").split(", ")),
        JsonCodec.array(line.get("errors")).stream().map(String::valueOf).toList(),
        line.get("shape"));
  }

  private static String text(Map<String, @Nullable Object> line, String field) {
    return String.valueOf(Objects.requireNonNull(line.get(field), field));
  }

  @Override
  public String toString() {
    return number + " " + method + " " + path + " " + parameters;
  }
}
