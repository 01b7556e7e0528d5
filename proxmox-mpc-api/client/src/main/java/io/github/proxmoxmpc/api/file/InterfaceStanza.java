package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code iface vmbr0 inet static} and the lines below it say. Immutable and thread-safe. */
public final class InterfaceStanza {
  private final String name;
  private final List<String> words;
  private final List<Line> lines;

  InterfaceStanza(Line.Heading heading, List<Line> lines) {
    this.name = heading.name();
    this.words = Arrays.stream(heading.after().trim().split("\\s+")).toList();
    this.lines = List.copyOf(lines);
  }

  /** The interface: {@code vmbr0}. */
  public String name() {
    return name;
  }

  /** {@code inet} or {@code inet6}; empty where neither is said, as ifupdown2 allows. */
  public String family() {
    return words.get(0);
  }

  /** {@code static}, {@code dhcp}, {@code manual}, {@code loopback}, {@code auto}; may be empty. */
  public String method() {
    return words.size() < 2 ? "" : words.get(1);
  }

  /** The lines below it. */
  public List<Line> lines() {
    return lines;
  }

  /** The value of an option as it is spelled in the file, the last where it stands twice. */
  public @Nullable String option(String key) {
    String value = null;
    for (Line line : lines) {
      if (line instanceof Entry entry && entry.key().equals(key)) {
        value = entry.value();
      }
    }
    return value;
  }

  /**
   * The stanza as {@code GET /nodes/{node}/network/{iface}} would answer it, without what the
   * server makes of the interface's name and state.
   *
   * <p>As the server has it, an empty line ends the stanza, and so does an option without a value;
   * what follows is none of the interface's fields, whatever ifupdown makes of it. Where no family
   * is said, an address, a broadcast address and a gateway go by their colons, and a netmask is
   * that of IPv4 (pve-common 8.2.1; older servers skip such a stanza).
   */
  public JsonObject json() {
    InterfaceFields fields = new InterfaceFields(family());
    for (Line line : lines) {
      if (line instanceof Comment comment) {
        fields.comment(comment.comment());
      } else if (line instanceof Entry entry && !entry.value().isEmpty()) {
        fields.option(entry);
      } else {
        break;
      }
    }
    return fields.json(name, method().isEmpty() ? "manual" : method());
  }

  /** The heading; never values. */
  @Override
  public String toString() {
    return "InterfaceStanza[" + name + " " + String.join(" ", words) + "]";
  }
}
