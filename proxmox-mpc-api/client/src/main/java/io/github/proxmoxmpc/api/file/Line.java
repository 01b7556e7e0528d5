package io.github.proxmoxmpc.api.file;

/**
 * One line of a configuration file. Immutable and thread-safe; its {@code toString} names it and
 * never shows a value, which may be secret.
 */
public sealed interface Line
    permits Line.Blank,
        Line.Comment,
        Line.Heading,
        Line.Entry,
        Line.End,
        Line.Unread,
        AccessLine,
        FirewallRule {

  /** Returns the line as written, without the line feed. */
  String text();

  /**
   * A line of white space, or an empty line.
   *
   * @param text the white space
   */
  record Blank(String text) implements Line {
    @Override
    public String toString() {
      return "Blank";
    }
  }

  /**
   * A comment. In a guest's file it is a line of the description.
   *
   * @param before the white space in front
   * @param comment the text after the {@code #}, as written
   */
  record Comment(String before, String comment) implements Line {
    @Override
    public String text() {
      return before + "#" + comment;
    }

    @Override
    public String toString() {
      return "Comment";
    }
  }

  /**
   * The first line of a section: {@code [snapshot]}, {@code dir: local}, {@code [IPSET admin] #
   * comment}, {@code iface vmbr0 inet static}.
   *
   * @param before the text in front: white space, a bracket
   * @param kind {@code dir}, {@code IPSET}, {@code iface}; empty if the file has only one kind
   * @param gap the text between kind and name
   * @param name {@code local}, {@code admin}, {@code vmbr0}; may be empty
   * @param after the rest: a bracket, a comment, further words
   */
  record Heading(String before, String kind, String gap, String name, String after)
      implements Line {
    @Override
    public String text() {
      return before + kind + gap + name + after;
    }

    @Override
    public String toString() {
      return "Heading[" + (kind + " " + name).strip() + "]";
    }
  }

  /**
   * A key with its value.
   *
   * @param before the text in front: white space, or the {@code !} of an excluded member of an IP
   *     set
   * @param key the key
   * @param gap the text between key and value
   * @param value the value without white space around it; may be empty
   * @param after the rest: white space, a comment
   */
  record Entry(String before, String key, String gap, String value, String after) implements Line {
    @Override
    public String text() {
      return before + key + gap + value + after;
    }

    @Override
    public String toString() {
      return "Entry[" + key + "]";
    }
  }

  /**
   * The end of a section that is closed by a brace.
   *
   * @param text the brace with white space around it
   */
  record End(String text) implements Line {
    @Override
    public String toString() {
      return "End";
    }
  }

  /**
   * A line that the server skips, mostly with a warning.
   *
   * @param text the line
   * @param reason why the server skips it
   */
  record Unread(String text, String reason) implements Line {
    @Override
    public String toString() {
      return "Unread[" + reason + "]";
    }
  }
}
