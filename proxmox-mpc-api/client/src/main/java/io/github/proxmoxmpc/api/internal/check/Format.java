package io.github.proxmoxmpc.api.internal.check;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named format of the server.
 *
 * @param expected the values that it accepts, in words that follow "must be"
 * @param test whether it accepts a value
 */
record Format(String expected, Predicate<String> test) {
  /** Creates a format from a pattern that has to match the whole value. */
  static Format matching(String expected, String rule) {
    return new Format(expected, new PerlPattern("(?:" + rule + ")")::accepts);
  }

  /** Creates a format from a pattern that must not match the whole value. */
  static Format notMatching(String expected, String rule) {
    return new Format(expected, Predicate.not(new PerlPattern("(?:" + rule + ")")::accepts));
  }

  /** Removes one line feed at the end, because Perl's {@code $} matches before it. */
  static String chomped(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** Creates a format that accepts the texts of a type of identifiers. */
  static Format of(String expected, Function<String, Object> identifier) {
    return new Format(expected, text -> isMade(chomped(text), identifier));
  }

  private static boolean isMade(String text, Function<String, Object> identifier) {
    try {
      return !identifier.apply(text).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean accepts(String value) {
    return test.test(value);
  }
}
