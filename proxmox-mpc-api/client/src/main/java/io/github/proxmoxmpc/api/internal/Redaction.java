package io.github.proxmoxmpc.api.internal;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what the server says: it may quote the value that it refuses. */
final class Redaction {
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(passw|secret|keyring|otp|ticket|private|encryption-key|client-key|token$|^key$).*");

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
                .filter(pair -> SECRET_NAME.matcher(pair.name()).matches())
                .map(Parameters.Pair::value)
                .filter(value -> !value.isBlank())
                .toList());
  }

  String apply(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return Objects.requireNonNull(clean);
  }
}
