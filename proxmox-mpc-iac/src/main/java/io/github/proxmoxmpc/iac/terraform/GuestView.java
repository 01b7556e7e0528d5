package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.state.infrastructure.Guest;
import io.github.proxmoxmpc.state.infrastructure.GuestConfig;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.Node;
import io.github.proxmoxmpc.state.infrastructure.Storage;
import io.github.proxmoxmpc.state.infrastructure.Vm;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A guest with the cluster around it, as the mapping looks at it. Not thread-safe.
 *
 * <p>Beside the keys of the configuration it knows facts that are no keys, under names with an
 * {@code @}: {@code @node}, {@code @id}, {@code @running}, {@code @always}.
 */
final class GuestView {
  private static final Pattern NETWORK_DEVICE = Pattern.compile("net\\d+");

  private final Guest guest;
  private final Infrastructure infrastructure;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> keys;
  private final Map<String, Parts> parts = new HashMap<>();
  private final Map<Family, List<String>> families = new IdentityHashMap<>();

  GuestView(Guest guest, Infrastructure infrastructure) {
    this.guest = guest;
    this.infrastructure = infrastructure;
    values.putAll(guest.config().values());
    int index = 0;
    for (GuestConfig.RawLine line : guest.config().rawLines()) {
      values.put(line.key() + "#" + index++, line.value());
    }
    this.keys = values.keySet().stream().sorted(NaturalOrder.KEYS).toList();
  }

  Guest guest() {
    return guest;
  }

  /** Every key of the configuration, raw lines numbered, in a stable order. */
  List<String> keys() {
    return keys;
  }

  /** The keys of a family, in the order in which the provider lists them. */
  List<String> keys(Family family) {
    List<String> known = families.get(family);
    if (known == null) {
      known = family.isFact() ? List.of(family.label()) : family.pick(this);
      families.put(family, known);
    }
    return known;
  }

  /** The text of a key or of a fact; null where there is none. */
  @Nullable String text(String key) {
    return switch (key) {
      case "@node" -> guest.node().value();
      case "@id" -> guest.id().toString();
      case "@running" -> guest.status() == GuestStatus.RUNNING ? "1" : "0";
      case "@always" -> "";
      default -> values.get(key);
    };
  }

  /** The property string of a key that is there. */
  Parts parts(String key) {
    return parts.computeIfAbsent(
        key,
        k -> {
          String text = values.getOrDefault(k, "");
          if (k.equals("smbios1")) {
            return Parts.ofBase64(text);
          }
          if (k.equals("cpu")) {
            return Parts.ofCpu(text);
          }
          if (k.equals("efidisk0") || k.equals("amd-sev")) {
            return Parts.ofHead(text);
          }
          return guest instanceof Vm && NETWORK_DEVICE.matcher(k).matches()
              ? Parts.ofNetwork(text)
              : Parts.of(text);
        });
  }

  /** A part of a key's property string; null where it is not there. */
  @Nullable String part(String key, String part) {
    return parts(key).named().get(part);
  }

  /** The volume of a drive: its part without a key, or {@code file}. */
  String volume(String key) {
    return Objects.requireNonNullElse(parts(key).either("file"), "");
  }

  /** The storage of that name; empty where the cluster's configuration does not show it. */
  Optional<Storage> storage(String name) {
    return infrastructure.storages().stream().filter(s -> s.id().value().equals(name)).findFirst();
  }

  /** Whether the guest's node was in the cluster; true where nothing is known of it. */
  boolean nodeIsOnline() {
    NodeName name = guest.node();
    return infrastructure.nodes().stream()
        .filter(node -> node.name().equals(name))
        .allMatch(Node::online);
  }
}
