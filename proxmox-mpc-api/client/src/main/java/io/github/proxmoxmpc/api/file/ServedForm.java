package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.PropertyString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form in which the API returns the value of a key, if it is not the text of the file. The
 * table has every such key of the sections of Proxmox VE 9.2, with the handler that converts it.
 *
 * <p>Property strings stay text, because the typed results read both forms.
 */
enum ServedForm {
  /** One text; a second line with the key is an error for the server, which skips it. */
  TEXT {
    @Override
    JsonValue of(List<String> values) {
      return new JsonString(values.get(0).isEmpty() ? "1" : values.get(0));
    }
  },
  /** A list with one element for each line. */
  LIST {
    @Override
    JsonValue of(List<String> values) {
      return new JsonArray(values.stream().<JsonValue>map(JsonString::new).toList());
    }
  },
  /** A list of objects, one for each line; the server skips a line that it cannot parse. */
  OBJECTS {
    @Override
    JsonValue of(List<String> values) {
      return new JsonArray(
          values.stream().map(ServedForm::object).flatMap(Optional::stream).toList());
    }
  },
  /** An object whose keys and values are a list of pairs such as {@code iso=media/iso}. */
  PAIRS {
    @Override
    JsonValue of(List<String> values) {
      JsonObject.Builder object = JsonObject.builder();
      SplitList.ofStored(values.get(0))
          .forEach(
              pair -> {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                  object.put(pair.substring(0, equals), new JsonString(pair.substring(equals + 1)));
                }
              });
      return object.build();
    }
  },
  /** A text without its percent encoding. */
  DECODED {
    @Override
    JsonValue of(List<String> values) {
      return new JsonString(PercentText.decode(values.get(0)));
    }
  };

  /** Any section type, in the table. */
  private static final String ANY = "*";

  private static final Map<String, Map<String, ServedForm>> TABLE =
      Map.ofEntries(
          // PVE::API2::Network::SDN::Subnets: get_dhcp_ranges
          row("dhcp-range", OBJECTS, "subnet"),
          // PVE::Storage::Plugin: decode_value
          row("content-dirs", PAIRS, ANY),
          // PVE::HA::Rules: decode_value; PVE::ReplicationConfig and PVE::Auth::Plugin:
          // parse_config
          row(
              "comment",
              DECODED,
              "node-affinity",
              "resource-affinity",
              "local",
              "pam",
              "pve",
              "ad",
              "ldap",
              "openid"),
          // Arrays of the schema, of which PVE::SectionConfig writes one line for each element
          row("exclude-path", LIST, "vzdump"),
          row("secondary-controllers", LIST, "evpn"),
          row("map", LIST, ANY),
          // proxmox-notify, whose sections are read by PVE::RS::Notify
          row("mailto", LIST, "sendmail", "smtp"),
          row("mailto-user", LIST, "sendmail", "smtp"),
          row("header", LIST, "webhook"),
          row("secret", LIST, "webhook"),
          row("match-calendar", LIST, "matcher"),
          row("match-field", LIST, "matcher"),
          row("match-severity", LIST, "matcher"),
          row("target", LIST, "matcher"),
          // proxmox-ve-config, whose sections are read by PVE::RS::SDN::Fabrics
          row("allowed_ips", LIST, "wireguard_node"),
          row("redistribute", OBJECTS, ANY),
          row("interfaces", OBJECTS, "openfabric_node", "ospf_node", "bgp_node", "wireguard_node"),
          row("peers", OBJECTS, "wireguard_node"));

  private static Map.Entry<String, Map<String, ServedForm>> row(
      String key, ServedForm form, String... types) {
    return Map.entry(
        key,
        Set.of(types).stream().collect(Collectors.toUnmodifiableMap(type -> type, type -> form)));
  }

  /** Returns the form of a key in a section of a type. */
  static ServedForm of(String type, String key) {
    Map<String, ServedForm> byType = TABLE.getOrDefault(key, Map.of());
    return byType.getOrDefault(type, byType.getOrDefault(ANY, TEXT));
  }

  /** Returns the JSON value for the lines of a key, of which there is at least one. */
  abstract JsonValue of(List<String> values);

  private static Optional<JsonValue> object(String text) {
    JsonObject.Builder object = JsonObject.builder();
    List<String> keys = new ArrayList<>();
    for (PropertyString.Part part : PropertyString.parse(text).parts()) {
      if (part.key() == null && part.value().isBlank()) {
        continue;
      }
      if (part.key() == null || keys.contains(part.key())) {
        return Optional.empty();
      }
      keys.add(Objects.requireNonNull(part.key()));
      object.put(part.key(), new JsonString(part.value()));
    }
    return Optional.of(object.build());
  }
}
