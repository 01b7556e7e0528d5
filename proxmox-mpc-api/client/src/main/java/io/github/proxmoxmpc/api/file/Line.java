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

  /** The line as it stands in its file, without the line feed. */
  String text();

  /**
   * Nothing but blanks.
   *
   * @param text the blanks
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
   * @param before the blanks in front
   * @param comment what follows the {@code #}, as it stands there
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
   * @param before what stands in front: blanks, a bracket
   * @param kind {@code dir}, {@code IPSET}, {@code iface}; empty where the file has but one kind
   * @param gap what parts kind and name
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
   * @param before what stands in front: blanks, or the {@code !} of an IP set's exception
   * @param key the key
   * @param gap what parts key and value
   * @param value the value, without blanks around it; empty where there is none
   * @param after the rest: blanks, a comment
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
   * @param text the brace, and blanks around it
   */
  record End(String text) implements Line {
    @Override
    public String toString() {
      return "End";
    }
  }

  /**
   * A line that the server would skip with a warning, or that stands where it means nothing.
   *
   * @param text the line
   * @param reason why it means nothing
   */
  record Unread(String text, String reason) implements Line {
    @Override
    public String toString() {
      return "Unread[" + reason + "]";
    }
  }
}
