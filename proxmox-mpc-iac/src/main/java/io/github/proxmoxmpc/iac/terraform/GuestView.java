package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.state.infrastructure.Guest;
import io.github.proxmoxmpc.state.infrastructure.GuestConfig;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.Node;
import io.github.proxmoxmpc.state.infrastructure.Storage;
import io.github.proxmoxmpc.state.infrastructure.Vm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A guest with the cluster around it, as the mapping looks at it. Not thread-safe.
 *
 * <p>Beside the keys of the configuration it knows facts that are no keys, under names with an
 * {@code @}: {@code @node}, {@code @id}, {@code @running}, {@code @always}.
 */
final class GuestView {
  private final Guest guest;
  private final Infrastructure infrastructure;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Parts> parts = new HashMap<>();

  GuestView(Guest guest, Infrastructure infrastructure) {
    this.guest = guest;
    this.infrastructure = infrastructure;
    values.putAll(guest.config().values());
    int index = 0;
    for (GuestConfig.RawLine line : guest.config().rawLines()) {
      values.put(line.key() + "#" + index++, line.value());
    }
  }

  Guest guest() {
    return guest;
  }

  /** Every key of the configuration, raw lines numbered, in a stable order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(values.keySet());
    keys.sort(NaturalOrder.KEYS);
    return Collections.unmodifiableList(keys);
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
          return guest instanceof Vm && k.matches("net\\d+")
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
    Parts drive = parts(key);
    String file = drive.named().get("file");
    String bare = drive.bare();
    return file != null ? file : bare != null ? bare : "";
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
