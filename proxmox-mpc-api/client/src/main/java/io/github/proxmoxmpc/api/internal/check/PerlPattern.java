package io.github.proxmoxmpc.api.internal.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as the server applies it: {@code m/^body$/} on decoded text. A dot matches everything
 * except a line feed, {@code $} also matches before a final line feed, and {@code \\w}, {@code \\d}
 * and {@code \\s} match beyond ASCII. Compiled on first use. Immutable and thread-safe.
 *
 * <p>A value that Java cannot match in reasonable time or stack depth is accepted, so that the
 * server decides.
 */
final class PerlPattern {
  private final String body;
  // Two threads may both compile it, which is harmless.
  private volatile @Nullable Pattern compiled;

  PerlPattern(String body) {
    this.body = body;
  }

  boolean accepts(String value) {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern =
          Pattern.compile("^" + body + "$", Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
      compiled = pattern;
    }
    try {
      return pattern.matcher(new BoundedCharSequence(value)).find();
    } catch (BoundedCharSequence.ReadTooOften | StackOverflowError e) {
      return true;
    }
  }

  @Override
  public String toString() {
    return "^" + body + "$";
  }
}
