package io.github.proxmoxmpc.api.internal;

import java.util.List;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what the server says: it may quote the value that it refuses. */
final class Redaction {
  // The secret ones among the names of the parameters of PVE 9.2; target-endpoint holds an API
  // token.
  private static final Set<String> SECRET_NAMES =
      Set.of(
          "cipassword",
          "client-key",
          "confirmation-password",
          "eab-hmac-key",
          "encryption-key",
          "header",
          "key",
          "keyring",
          "keys",
          "new-password",
          "otel-headers",
          "otp",
          "password",
          "secret",
          "target-endpoint",
          "tfa-challenge",
          "ticket",
          "token",
          "totp",
          "vncticket");

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
                .filter(pair -> SECRET_NAMES.contains(pair.name()))
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
