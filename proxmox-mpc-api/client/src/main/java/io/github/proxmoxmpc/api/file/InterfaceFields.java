package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.internal.check.Netmask;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts the options of a stanza to the fields of the API ({@code __read_etc_network_interfaces}
 * of PVE::INotify 9.2). For one stanza; not thread-safe.
 */
final class InterfaceFields {
  /** Options with a field of their own; all others are in one list. */
  private static final Set<String> FIELDS =
      Set.of(
          "mtu",
          "bridge_fd",
          "bridge_vids",
          "bridge-access",
          "bridge-learning",
          "bridge-arp-nd-suppress",
          "bridge-unicast-flood",
          "bridge-multicast-flood",
          "bridge-disable-mac-learning",
          "bond_miimon",
          "bond-primary",
          "bond_xmit_hash_policy",
          "link-type",
          "uplink-id",
          "vlan-id",
          "vlan-protocol",
          "vlan-raw-device",
          "vxlan-id",
          "vxlan-local-tunnelip",
          "vxlan-physdev",
          "vxlan-svcnodeip",
          "ovs_ports",
          "ovs_bridge",
          "ovs_bonds",
          "ovs_options");

  /** The kinds of Open vSwitch that the API knows as a type of interface. */
  private static final Set<String> OVS_TYPES =
      Set.of("OVSBridge", "OVSBond", "OVSPort", "OVSIntPort");

  private static final Set<String> OF_FAMILY = Set.of("address", "netmask", "broadcast", "gateway");

  /** The API has one spelling for each. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("bond-slaves", "slaves"),
          Map.entry("bond_slaves", "slaves"),
          Map.entry("bond-xmit-hash-policy", "bond_xmit_hash_policy"),
          Map.entry("bond-mode", "bond_mode"),
          Map.entry("bond-miimon", "bond_miimon"),
          Map.entry("bridge-vlan-aware", "bridge_vlan_aware"),
          Map.entry("bridge-fd", "bridge_fd"),
          Map.entry("bridge-stp", "bridge_stp"),
          Map.entry("bridge-ports", "bridge_ports"),
          Map.entry("bridge-vids", "bridge_vids"),
          Map.entry("ovs_mtu", "mtu"));

  /** The modes of a bond in the order of their numbers, which the kernel accepts as well. */
  private static final List<String> BOND_MODES =
      List.of(
          "balance-rr",
          "active-backup",
          "balance-xor",
          "broadcast",
          "802.3ad",
          "balance-tlb",
          "balance-alb");

  private final String family;
  private final String suffix;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<JsonString> others = new ArrayList<>();
  private final List<JsonString> tunnels = new ArrayList<>();
  private final StringBuilder comments = new StringBuilder();

  /**
   * Creates an empty set of fields.
   *
   * @param family {@code inet}, {@code inet6}, or empty if the stanza names neither
   */
  InterfaceFields(String family) {
    this.family = family;
    this.suffix = family.equals("inet6") ? "6" : "";
  }

  void comment(String text) {
    comments.append(text.stripTrailing()).append('\n');
  }

  void option(Entry entry) {
    String field = RENAMED.getOrDefault(entry.key(), entry.key());
    String value = entry.value();
    switch (field) {
      case "bridge_vlan_aware" -> values.put(field, "1"); // The server ignores the value.
      case "bridge_stp" -> values.put(field, value.matches("(?i)on|yes") ? "on" : "off");
      case "bond_mode" -> values.put(field, bondMode(value));
      case "slaves", "bridge_ports" ->
          values.merge(field, ports(value), (a, b) -> (a + " " + b).strip());
      case "ovs_type" -> putOvsType(value);
      case "vxlan-remoteip" -> tunnels.add(new JsonString(value));
      default -> {
        if (OF_FAMILY.contains(field)) {
          values.put(field + suffixOf(field, value), value);
        } else if (FIELDS.contains(field)) {
          values.put(field, value);
        } else {
          others.add(new JsonString(entry.text().trim()));
        }
      }
    }
  }

  /** Without a family, an address decides its own; a mask counts as a mask of IPv4. */
  private String suffixOf(String field, String value) {
    boolean addressDecides = family.isEmpty() && !field.equals("netmask");
    return addressDecides && value.contains(":") ? "6" : suffix;
  }

  private void putOvsType(String value) {
    if (OVS_TYPES.contains(value)) {
      values.put("type", value);
    }
  }

  private static String bondMode(String value) {
    return value.matches("[0-6]") ? BOND_MODES.get(Integer.parseInt(value)) : value;
  }

  private static String ports(String value) {
    return Arrays.stream(value.split("\\s+"))
        .filter(port -> !port.equals("none"))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), ports -> String.join(" ", ports)));
  }

  JsonObject json(String iface, String method) {
    splitAddress("");
    splitAddress("6");
    fillBridge();
    JsonObject.Builder json = JsonObject.builder();
    json.put("iface", new JsonString(iface)).put("method" + suffix, new JsonString(method));
    values.forEach((field, value) -> json.put(field, new JsonString(value)));
    if (!comments.isEmpty()) {
      // The server joins the comments of both families.
      json.put("comments", new JsonString(comments.toString()));
    }
    putList(json, "options" + suffix, others);
    putList(json, "vxlan-remoteip", tunnels);
    return json.build();
  }

  private static void putList(
      JsonObject.Builder json, String field, List<? extends JsonValue> all) {
    if (!all.isEmpty()) {
      json.put(field, new JsonArray(List.copyOf(all)));
    }
  }

  private void fillBridge() {
    if (values.containsKey("bridge_ports")) {
      values.putIfAbsent("bridge_stp", "off");
      if ("off".equals(values.get("bridge_stp"))) {
        values.putIfAbsent("bridge_fd", "0");
      }
    }
  }

  /** The API has the address, the mask and both together, for every spelling. */
  private void splitAddress(String version) {
    String address = values.get("address" + version);
    if (address == null) {
      return;
    }
    if (address.matches(".+/\\d+")) {
      int slash = address.lastIndexOf('/');
      values.put("cidr" + version, address);
      values.put("address" + version, address.substring(0, slash));
      values.put("netmask" + version, address.substring(slash + 1));
      return;
    }
    String mask = values.get("netmask" + version);
    String bits = mask == null ? null : bits(mask);
    if (bits == null) {
      values.put("cidr" + version, address + (version.isEmpty() ? "/32" : "/128"));
    } else {
      values.put("cidr" + version, address + "/" + bits);
      if (version.isEmpty()) {
        values.put("netmask", bits);
      }
    }
  }

  /**
   * Returns the number of bits of a mask; null if the text is not a mask. The server ignores a mask
   * of 0 bits, because 0 is false in Perl.
   */
  private static @Nullable String bits(String mask) {
    if (mask.matches("\\d+")) {
      return mask.equals("0") ? null : mask;
    }
    OptionalInt bits = Netmask.bits(mask);
    return bits.orElse(0) == 0 ? null : String.valueOf(bits.getAsInt());
  }
}
