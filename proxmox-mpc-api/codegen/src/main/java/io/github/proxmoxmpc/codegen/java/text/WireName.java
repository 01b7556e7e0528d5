package io.github.proxmoxmpc.codegen.java.text;

/**
 * The name of a parameter, a field or a key, as the schema has it.
 *
 * @param text such as {@code net[n]}, where the name is numbered
 */
public record WireName(String text) {
  private static final String INDEX = "[n]";

  public boolean isNumbered() {
    return text.endsWith(INDEX);
  }

  /** The name before its number. */
  public String stem() {
    return isNumbered() ? text.substring(0, text.length() - INDEX.length()) : text;
  }
}
