package io.github.proxmoxmpc.api.internal.wire;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list that is one text, as split_list of PVE::Tools (9.2) reads it: parted by commas, semicolons
 * and blanks; or, where it has a NUL, by that alone.
 */
public final class SplitList {
  private static final Pattern NUL = Pattern.compile("\0");
  private static final Pattern STORED = Pattern.compile("[,;\\s]+");
  private static final Pattern SENT =
      Pattern.compile(STORED.pattern(), Pattern.UNICODE_CHARACTER_CLASS);

  private SplitList() {}

  /**
   * The elements of what is sent as a parameter. It is text to the server, so the blanks of Unicode
   * part it, too.
   */
  public static Stream<String> ofSent(String list) {
    return split(SENT, list);
  }

  /**
   * The elements of what stands in a file of the server, or comes out of one. It is bytes to the
   * server, so that a blank of Unicode is a part of a word.
   */
  public static Stream<String> ofStored(String list) {
    return split(STORED, list);
  }

  private static Stream<String> split(Pattern separators, String list) {
    Pattern parting = list.indexOf('\0') >= 0 ? NUL : separators;
    return parting.splitAsStream(list).filter(part -> !part.isEmpty());
  }
}
