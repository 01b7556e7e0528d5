package io.github.proxmoxmpc.api.file;

import java.util.List;

/**
 * A line of {@code user.cfg}: fields parted by colons. Immutable and thread-safe.
 *
 * @param before the blanks in front
 * @param fields the fields as they stand there, its kind first: {@code user}, {@code group}, {@code
 *     token}, {@code role}, {@code pool}, {@code acl}
 */
public record AccessLine(String before, List<String> fields) implements Line {
  /** Copies the fields. */
  public AccessLine {
    fields = List.copyOf(fields);
  }

  /** The kind, {@code user}. */
  public String kind() {
    return field(0);
  }

  /** A field without blanks around it; empty where the line has fewer. */
  String field(int index) {
    return index < fields.size() ? fields.get(index).strip() : "";
  }

  @Override
  public String text() {
    return before + String.join(":", fields);
  }

  /** The kind and the number of fields; never a value. */
  @Override
  public String toString() {
    return kind() + "[" + fields.size() + " fields]";
  }
}
