package io.github.proxmoxmpc.api.internal.wire;

import java.util.regex.Pattern;

/**
 * Joins the elements of a list into the one text that the server splits again ({@link SplitList}).
 * Rejects an element that the server would split or drop. Not thread-safe.
 */
public final class JoinedList {
  private static final Pattern SEPARATOR =
      Pattern.compile("[,;\\s\\x00]", Pattern.UNICODE_CHARACTER_CLASS);

  private final String name;
  private final char separator;
  private final StringBuilder text = new StringBuilder();

  /**
   * Creates an empty list.
   *
   * @param name the parameter or the key, for messages
   * @param separator the character between two elements
   */
  public JoinedList(String name, char separator) {
    this.name = name;
    this.separator = separator;
  }

  /**
   * Adds an element.
   *
   * @param shown the element as a message may show it
   * @throws IllegalArgumentException if the element is empty or contains a separator
   */
  public void add(String element, String shown) {
    if (element.isEmpty() || SEPARATOR.matcher(element).find()) {
      throw new IllegalArgumentException(
          "Cannot add '"
              + shown
              + "' to the list '"
              + name
              + "': an element must not be empty or contain a comma, a semicolon or white space,"
              + " because the server splits the list there");
    }
    if (text.length() > 0) {
      text.append(separator);
    }
    text.append(element);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
