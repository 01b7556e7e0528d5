package io.github.proxmoxmpc.codegen.java.text;

/**
 * The name of a parameter, a field or a key in the schema.
 *
 * @param text the name, such as {@code net[n]} if it is numbered
 */
public record WireName(String text) {
  private static final String INDEX = "[n]";

  /** Returns whether the name is followed by a number on the wire. */
  public boolean isNumbered() {
    return text.endsWith(INDEX);
  }

  /** Returns the name without its number. */
  public String stem() {
    return isNumbered() ? text.substring(0, text.length() - INDEX.length()) : text;
  }
}
