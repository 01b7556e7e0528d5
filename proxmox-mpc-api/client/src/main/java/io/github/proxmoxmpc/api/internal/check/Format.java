package io.github.proxmoxmpc.api.internal.check;

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

  boolean accepts(String value) {
    return test.test(value);
  }
}
