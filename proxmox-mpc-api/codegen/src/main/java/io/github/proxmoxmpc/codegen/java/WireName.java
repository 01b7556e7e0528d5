package io.github.proxmoxmpc.codegen.java;

/**
 * The name of a parameter, a field or a key, as the schema has it.
 *
 * @param text such as {@code net[n]}, where the name is numbered
 */
record WireName(String text) {
  private static final String INDEX = "[n]";

  boolean isNumbered() {
    return text.endsWith(INDEX);
  }

  /** The name before its number. */
  String stem() {
    return isNumbered() ? text.substring(0, text.length() - INDEX.length()) : text;
  }
}
