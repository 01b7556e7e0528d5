package io.github.proxmoxmpc.api.file;

import java.util.List;

/**
 * A line of {@code user.cfg}: fields separated by colons. Immutable and thread-safe.
 *
 * @param before the white space in front
 * @param fields the fields as written, the kind first: {@code user}, {@code group}, {@code token},
 *     {@code role}, {@code pool}, {@code acl}
 */
public record AccessLine(String before, List<String> fields) implements Line {
  /** Copies the fields. */
  public AccessLine {
    fields = List.copyOf(fields);
  }

  /** Returns the kind, such as {@code user}. */
  public String kind() {
    return field(0);
  }

  /** Returns a field without white space around it; empty if the line has fewer fields. */
  String field(int index) {
    return index < fields.size() ? fields.get(index).strip() : "";
  }

  @Override
  public String text() {
    return before + String.join(":", fields);
  }

  /** Returns the kind and the number of fields, never a value. */
  @Override
  public String toString() {
    return kind() + "[" + fields.size() + " fields]";
  }
}
