package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.auth.Credentials;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.value.PropertyString;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Masks secrets in messages of the server, and joins their lines: the server may quote a value that
 * it rejects. Immutable and thread-safe.
 */
public final class Redaction {
  // Masking shorter texts would damage ordinary words.
  private static final int SHORTEST = 3;

  // Most parts of a secret property string are harmless, such as "oath" or "1".
  private static final int SHORTEST_PART = 8;

  /** Longest first, because one may contain another. */
  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Creates the redaction of the secrets that a call sends. */
  public static Redaction of(Parameters parameters, Credentials credentials) {
    Stream<String> sent =
        parameters.pairs().stream()
            .filter(pair -> parameters.secrets().contains(pair.name()))
            .map(Parameters.Pair::value)
            .flatMap(value -> Stream.concat(Stream.of(value), parts(value)));
    Stream<String> own =
        credentials instanceof ApiToken token ? Stream.of(token.secret().reveal()) : Stream.of();
    return new Redaction(
        Stream.concat(sent, own)
            .flatMap(secret -> Stream.of(secret, oneLine(secret), PercentText.encode(secret)))
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList());
  }

  private static Stream<String> parts(String value) {
    return PropertyString.parse(value).parts().stream()
        .map(PropertyString.Part::value)
        .filter(part -> part.length() >= SHORTEST_PART);
  }

  /** Returns a text on one line, with {@code ***} in place of secrets. */
  public String apply(String text) {
    return replaced(oneLine(replaced(text)));
  }

  private String replaced(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
