package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Blank;
import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, and whether the last one ends in a line feed.
 *
 * @param lines the lines
 * @param end a line feed, or nothing
 */
record Lines(List<Line> lines, String end) {
  private static final Pattern COMMENT = Pattern.compile("(\\s*)#(.*)", Pattern.DOTALL);
  private static final String BLANKS = " \t\r\f\u000b\n";

  Lines {
    lines = List.copyOf(lines);
  }

  /** Reads the lines in order; the reader may keep state between lines. */
  static Lines read(String text, Function<String, Line> reader) {
    if (text.isEmpty()) {
      return new Lines(List.of(), "");
    }
    boolean isEnded = text.endsWith("\n");
    String[] parts = (isEnded ? text.substring(0, text.length() - 1) : text).split("\n", -1);
    List<Line> lines = new ArrayList<>(parts.length);
    for (String part : parts) {
      lines.add(reader.apply(part));
    }
    return new Lines(lines, isEnded ? "\n" : "");
  }

  /** Reads a file that ignores blank lines, and in which {@code #} begins a comment. */
  static Lines readCommented(String text, Function<String, Line> reader) {
    return read(
        text,
        line -> {
          Line plain = blankOrComment(line);
          return plain != null ? plain : reader.apply(line);
        });
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        text.append('\n');
      }
      text.append(lines.get(i).text());
    }
    return text.append(end).toString();
  }

  /** Returns whether the line has only white space, as Perl's {@code \s} defines it. */
  static boolean isBlank(String line) {
    return bodyEnd(line) == 0;
  }

  /** Returns a blank line or a comment with any indent; null for every other line. */
  static @Nullable Line blankOrComment(String line) {
    if (isBlank(line)) {
      return new Blank(line);
    }
    Matcher comment = COMMENT.matcher(line);
    return comment.matches() ? new Comment(comment.group(1), comment.group(2)) : null;
  }

  /**
   * Returns the entry of a line, without the white space at its end.
   *
   * @param pattern with the groups before, key, gap and value; a missing group is empty
   * @return null if the line does not match
   */
  static @Nullable Entry entry(Pattern pattern, String line) {
    // A pattern would need quadratic time to find the white space at the end.
    int end = bodyEnd(line);
    Matcher matcher = pattern.matcher(line).region(0, end);
    return matcher.matches()
        ? new Entry(
            group(matcher, 1),
            group(matcher, 2),
            group(matcher, 3),
            group(matcher, 4),
            line.substring(end))
        : null;
  }

  /** Returns where the white space at the end of a line begins. */
  static int bodyEnd(String line) {
    int end = line.length();
    while (end > 0 && BLANKS.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static String group(Matcher matcher, int number) {
    String group = matcher.group(number);
    return group == null ? "" : group;
  }
}
