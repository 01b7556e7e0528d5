package io.github.proxmoxmpc.api.internal.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with the meaning that it has for the server: {@code m/^body$/} on decoded text, so a
 * dot stops at line feeds alone, a dollar may stand before a last one, and {@code \\w}, {@code \\d}
 * and {@code \\s} go beyond ASCII. Compiled when first used. Immutable and thread-safe.
 *
 * <p>What Java cannot decide in reasonable time or stack is left to the server.
 */
final class PerlPattern {
  private final String body;
  // A race compiles twice and does no harm.
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
