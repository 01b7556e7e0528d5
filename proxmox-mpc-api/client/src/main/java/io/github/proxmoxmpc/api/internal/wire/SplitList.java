package io.github.proxmoxmpc.api.internal.wire;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits a list that is one text, as split_list of PVE::Tools (9.2) does: at commas, semicolons and
 * white space; if the text contains a NUL, only there.
 */
public final class SplitList {
  private static final Pattern NUL = Pattern.compile("\0");
  private static final Pattern STORED = Pattern.compile("[,;\\s]+");
  private static final Pattern SENT =
      Pattern.compile(STORED.pattern(), Pattern.UNICODE_CHARACTER_CLASS);

  private SplitList() {}

  /**
   * Returns the elements of a parameter. The server sees decoded text, so it also splits at the
   * white space of Unicode.
   */
  public static Stream<String> ofSent(String list) {
    return split(SENT, list);
  }

  /**
   * Returns the elements of a text from a file of the server. The server sees bytes, so the white
   * space of Unicode is part of an element.
   */
  public static Stream<String> ofStored(String list) {
    return split(STORED, list);
  }

  private static Stream<String> split(Pattern separators, String list) {
    Pattern separator = list.indexOf('\0') >= 0 ? NUL : separators;
    return separator.splitAsStream(list).filter(part -> !part.isEmpty());
  }
}
