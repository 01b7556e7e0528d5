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

  boolean accepts(String value) {
    return test.test(value);
  }
}
