package io.github.proxmoxmpc.api.identifier;

import java.util.regex.Pattern;

/** The one check behind every identifier, so that all of them complain in the same words. */
final class Identifiers {
  private Identifiers() {}

  static String require(String kind, String value, Pattern rule, String hint) {
    if (!rule.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is not a valid " + kind + ": " + hint + " (rule: " + rule + ")");
    }
    return value;
  }
}
