package io.github.proxmoxmpc.api.internal.check;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named format of the server.
 *
 * @param expected what it takes, in words that follow "must be"
 * @param test whether a value is of it
 */
record Format(String expected, Predicate<String> test) {
  /** A format that is a pattern, all of which has to match. */
  static Format matching(String expected, String rule) {
    return new Format(expected, new PerlPattern("(?:" + rule + ")")::accepts);
  }

  /** Without a line feed at the end, before which a dollar of Perl may stand. */
  static String chomped(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** A format that is a type of identifiers, whose rule it asks. */
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
