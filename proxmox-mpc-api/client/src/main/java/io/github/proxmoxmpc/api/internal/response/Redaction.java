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
 * Takes secrets out of what the server says, and makes one line of it: it may quote the value that
 * it refuses.
 */
public final class Redaction {
  // Anything shorter would blacken innocent words, and is no secret.
  private static final int SHORTEST = 3;

  // A part of a property string is rarely the secret one; such as "oath" or "1" stay.
  private static final int SHORTEST_PART = 8;

  /** The longest first: one may hold another. */
  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

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
