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
 * at a bare {@code =} and {@code ;}, an empty value counts as missing, a repeated key becomes a
 * list.
 */
final class RequestParameters {
  private RequestParameters() {}

  /**
   * Reads query and body.
   *
   * @throws RefusalException if the server cannot read the body
   */
  static Map<String, Object> of(SimulatorRequest request) {
    int question = request.target().indexOf('?');
    Map<String, Object> query =
        question < 0 ? Map.of() : form(request.target().substring(question + 1));
    Map<String, Object> parameters = new TreeMap<>();
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
    return parameters;
  }

  private static Map<String, Object> body(SimulatorRequest request, String type) {
    return switch (type) {
      case "application/json" -> json(request.body().utf8());
      case "", "application/x-www-form-urlencoded" -> form(request.body().utf8());
      default ->
          throw new RefusalException(506, "upload 'Content-Type '" + type + "' not implemented");
    };
  }

  private static Map<String, Object> form(String form) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String pair : form.split("[&;]", -1)) {
      String[] parts = pair.split("=", -1);
      if (parts.length < 2 || parts[1].isEmpty()) {
        continue;
      }
      add(values, unescape(parts[0].replace('+', ' ')), unescape(parts[1].replace('+', ' ')));
    }
    return values;
  }

  private static void add(Map<String, Object> values, String name, String value) {
    Object before = values.get(name);
    if (before == null) {
      values.put(name, value);
    } else {
      List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
      all.add(value);
      values.put(name, all);
    }
  }

  private static Map<String, Object> json(String body) {
    Object read;
    try {
      read = JsonCodec.read(body);
    } catch (IllegalArgumentException e) {
      throw new MalformedBodyException(complaint(body), e);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    JsonCodec.object(read)
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> list) {
                values.put(name, list.stream().map(RequestParameters::scalar).toList());
              } else if (value != null) {
                values.put(name, scalar(value));
              }
            });
    return values;
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
