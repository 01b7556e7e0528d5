package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request besides its path. Forms are read as the API daemon reads them: split
 * at a bare {@code =} and {@code ;}, an empty value is null, a repeated key becomes a list.
 */
final class RequestParameters {
  private RequestParameters() {}

  /**
   * Reads query and body.
   *
   * @throws RefusalException if the server cannot read the body
   */
  static Map<String, @Nullable Object> of(SimulatorRequest request) {
    int question = request.target().indexOf('?');
    Map<String, @Nullable Object> query =
        question < 0 ? Map.of() : form(request.target().substring(question + 1));
    Map<String, @Nullable Object> parameters = new TreeMap<>();
    if (request.bodySize() > 0) {
      String contentType = request.header("Content-Type").orElse("").strip();
      int semicolon = contentType.indexOf(';');
      String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
      if (type.equals("multipart/form-data")) {
        return UploadForm.read(request, contentType, query);
      }
      parameters.putAll(body(request, type));
    }
    parameters.putAll(query);
    // Browsers add it so that the response does not come from a cache.
    parameters.remove("_dc");
    return parameters;
  }

  private static Map<String, @Nullable Object> body(SimulatorRequest request, String type) {
    return switch (type) {
      case "application/json" -> json(request.body().utf8());
      case "", "application/x-www-form-urlencoded" -> form(request.body().utf8());
      default ->
          throw new RefusalException(506, "upload 'Content-Type '" + type + "' not implemented");
    };
  }

  private static Map<String, @Nullable Object> form(String form) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String pair : form.split("[&;]", -1)) {
      String[] parts = pair.split("=", -1);
      String name = unescape(parts[0].replace('+', ' '));
      if (parts.length > 1 && !parts[1].isEmpty()) {
        add(values, name, unescape(parts[1].replace('+', ' ')));
      } else if (!name.isEmpty()) {
        values.put(name, null);
      }
    }
    return values;
  }

  private static void add(Map<String, @Nullable Object> values, String name, String value) {
    Object before = values.get(name);
    if (before == null) {
      values.put(name, value);
    } else {
      List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
      all.add(value);
      values.put(name, all);
    }
  }

  private static Map<String, @Nullable Object> json(String body) {
    Object read;
    try {
      read = JsonCodec.read(body);
    } catch (IllegalArgumentException e) {
      throw new MalformedBodyException(complaint(body), e);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    JsonCodec.object(read).forEach((name, value) -> values.put(name, fromJson(value)));
    return values;
  }

  /** Returns the parameter for a JSON value: text, a list of texts, null, or an object as it is. */
  static @Nullable Object fromJson(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(RequestParameters::scalar).toList();
    }
    return value == null || value instanceof Map ? value : scalar(value);
  }

  // The messages of Perl's JSON module for the two most common mistakes (the first seen on 9.2.11).
  private static String complaint(String body) {
    String cause =
        body.startsWith("{") && !body.startsWith("{\"")
            ? "'\"' expected, at character offset 1 (before \"" + body.substring(1) + "\")"
            : "malformed JSON string, neither tag, array, object, number, string or atom, at"
                + " character offset 0 (before \""
                + body
                + "\")";
    return cause + " at /usr/share/perl5/PVE/APIServer/AnyEvent.pm line 934.";
  }

  private static String scalar(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool ? "1" : "0";
    }
    return String.valueOf(value);
  }

  /** Decodes percent-encoding. Malformed escapes stay as they are. */
  static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
      int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
      if (octets[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(octets[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Thrown if the body is not valid JSON. The server answers in plain text. */
  static final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedBodyException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
