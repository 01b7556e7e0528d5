package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code iface vmbr0 inet static} and the lines below it say. Immutable and thread-safe. */
public final class InterfaceStanza {
  private static final String INET6 = "inet6";

  /** Options with a field of their own; the rest is one list (PVE::INotify 9.2). */
  private static final Set<String> FIELDS =
      Set.of(
          "address",
          "netmask",
          "gateway",
          "mtu",
          "bridge_ports",
          "bridge_stp",
          "bridge_fd",
          "bridge_vids",
          "bridge_vlan_aware",
          "slaves",
          "bond_mode",
          "bond_miimon",
          "bond-primary",
          "bond_xmit_hash_policy",
          "vlan-id",
          "vlan-protocol",
          "vlan-raw-device",
          "vxlan-id",
          "vxlan-local-tunnelip",
          "vxlan-physdev",
          "vxlan-svcnodeip",
          "uplink-id",
          "ovs_ports",
          "ovs_bridge",
          "ovs_bonds",
          "ovs_options",
          "ovs_tag",
          "type");

  private static final Map<String, String> RENAMED =
      Map.of("bond-slaves", "slaves", "ovs_type", "type", "ovs_mtu", "mtu");

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

  /** {@code inet} or {@code inet6}; {@code inet} where nothing is said. */
  public String family() {
    return words.get(0).isEmpty() ? "inet" : words.get(0);
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
   */
  public JsonObject json() {
    String suffix = family().equals(INET6) ? "6" : "";
    Map<String, String> fields = new LinkedHashMap<>();
    List<JsonString> others = new ArrayList<>();
    StringBuilder comments = new StringBuilder();
    for (Line line : lines) {
      if (line instanceof Comment comment) {
        comments.append(comment.comment()).append('\n');
      } else if (line instanceof Entry entry) {
        String field = field(entry.key());
        if (!FIELDS.contains(field)) {
          others.add(new JsonString(entry.text().trim()));
        } else if (field.matches("address|netmask|gateway")) {
          fields.put(field + suffix, entry.value());
        } else {
          fields.put(field, truth(field, entry.value()));
        }
      }
    }
    JsonObject.Builder json = JsonObject.builder();
    json.put("iface", new JsonString(name)).put("method" + suffix, new JsonString(method()));
    fields.forEach((field, value) -> json.put(field, new JsonString(value)));
    if (!comments.isEmpty()) {
      json.put("comments" + suffix, new JsonString(comments.toString()));
    }
    if (!others.isEmpty()) {
      json.put("options" + suffix, new JsonArray(List.copyOf(others)));
    }
    return json.build();
  }

  // The file may spell bridge_ports and bridge-ports, the API has the first (PVE::INotify).
  private static String field(String key) {
    String renamed = RENAMED.get(key);
    if (renamed != null) {
      return renamed;
    }
    return key.matches("(?:bridge|bond)-(?!primary|arp|learning|access|multicast|unicast).*")
        ? key.replace('-', '_')
        : key;
  }

  private static String truth(String field, String value) {
    return field.equals("bridge_vlan_aware") ? (value.equals("yes") ? "1" : "0") : value;
  }

  /** The heading; never values. */
  @Override
  public String toString() {
    return "InterfaceStanza[" + name + " " + String.join(" ", words) + "]";
  }
}
