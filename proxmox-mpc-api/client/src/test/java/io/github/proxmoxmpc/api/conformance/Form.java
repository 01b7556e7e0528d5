package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** Reads a form like the server does. */
final class Form {
  private Form() {}

  /** Returns the parameters in the body of a request or, without a body, in its query. */
  static Map<String, List<String>> pairs(Request request) throws IOException {
    RequestBody body = request.body();
    if (body == null || body.contentLength() == 0) {
      return pairs(Objects.requireNonNullElse(request.url().encodedQuery(), ""));
    }
    Buffer bytes = new Buffer();
    body.writeTo(bytes);
    return pairs(bytes.readUtf8());
  }

  /** The values of each name in their order. */
  static Map<String, List<String>> pairs(String form) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
      String[] parts = pair.split("=", -1);
      assertThat(parts).as(pair).hasSize(2);
      pairs.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[1]));
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
