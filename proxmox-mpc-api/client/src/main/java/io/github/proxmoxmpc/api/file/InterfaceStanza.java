package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stanza: {@code iface vmbr0 inet static} and the lines below. Immutable and thread-safe. */
public final class InterfaceStanza {
  private final String name;
  private final List<String> words;
  private final List<Line> lines;

  InterfaceStanza(Line.Heading heading, List<Line> lines) {
    this.name = heading.name();
    this.words = Arrays.stream(heading.after().trim().split("\\s+")).toList();
    this.lines = List.copyOf(lines);
  }

  /** Returns the interface, such as {@code vmbr0}. */
  public String name() {
    return name;
  }

  /** Returns {@code inet} or {@code inet6}; empty if the stanza names neither (ifupdown2). */
  public String family() {
    return words.get(0);
  }

  /**
   * Returns {@code static}, {@code dhcp}, {@code manual}, {@code loopback}, {@code auto}; may be
   * empty.
   */
  public String method() {
    return words.size() < 2 ? "" : words.get(1);
  }

  /** Returns the lines below the heading. */
  public List<Line> lines() {
    return lines;
  }

  /** Returns the value of an option as written; the last one if the option occurs twice. */
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
   * Returns the stanza as {@code GET /nodes/{node}/network/{iface}} returns it, without the fields
   * that the server derives from the interface's name and state.
   *
   * <p>As on the server, an empty line or an option without a value ends the stanza; later lines
   * add no fields, although ifupdown reads them. Without a family, the colons in an address, a
   * broadcast address or a gateway decide it, and a netmask is that of IPv4 (pve-common 8.2.1;
   * older servers skip such a stanza).
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

  /** Returns the heading, never values. */
  @Override
  public String toString() {
    return "InterfaceStanza[" + name + " " + String.join(" ", words) + "]";
  }
}
