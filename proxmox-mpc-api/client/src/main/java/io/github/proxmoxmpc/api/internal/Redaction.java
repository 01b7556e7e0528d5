package io.github.proxmoxmpc.api.internal;

import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what the server says: it may quote the value that it refuses. */
final class Redaction {
  // Anything shorter would blacken innocent words, and is no secret.
  private static final int SHORTEST = 3;

  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

  static Redaction of(@Nullable Request request) {
    Parameters parameters = request == null ? null : request.tag(Parameters.class);
    return new Redaction(
        parameters == null
            ? List.of()
            : parameters.pairs().stream()
                .filter(pair -> parameters.secrets().contains(pair.name()))
                .map(Parameters.Pair::value)
                .filter(value -> value.length() >= SHORTEST)
                .toList());
  }

  String apply(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }
}
