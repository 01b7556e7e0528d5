package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.StoredConfig;
import io.github.proxmoxmpc.state.infrastructure.VmState;
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

  private final GuestState guest;
  private final Infrastructure infrastructure;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> keys;
  private final Map<String, ProviderPropertyString> parts = new HashMap<>();
  private final Map<KeyPattern, List<String>> families = new IdentityHashMap<>();

  GuestView(GuestState guest, Infrastructure infrastructure) {
    this.guest = guest;
    this.infrastructure = infrastructure;
    values.putAll(guest.config().values());
    int index = 0;
    for (StoredConfig.RawLine line : guest.config().rawLines()) {
      values.put(line.key() + "#" + index++, line.value());
    }
    this.keys = values.keySet().stream().sorted(NaturalOrder.KEYS).toList();
  }

  GuestState guest() {
    return guest;
  }

  /** Every key of the configuration, raw lines numbered, in a stable order. */
  List<String> keys() {
    return keys;
  }

  /** The keys of a family, in the order in which the provider lists them. */
  List<String> keys(KeyPattern family) {
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
  ProviderPropertyString parts(String key) {
    return parts.computeIfAbsent(
        key,
        k -> {
          String text = values.getOrDefault(k, "");
          if (k.equals("smbios1")) {
            return ProviderPropertyString.ofBase64(text);
          }
          if (k.equals("cpu")) {
            return ProviderPropertyString.ofCpu(text);
          }
          if (k.equals("efidisk0") || k.equals("amd-sev")) {
            return ProviderPropertyString.ofHead(text);
          }
          return guest instanceof VmState && NETWORK_DEVICE.matcher(k).matches()
              ? ProviderPropertyString.ofNetwork(text)
              : ProviderPropertyString.of(text);
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
  Optional<StorageState> storage(String name) {
    return infrastructure.storages().stream().filter(s -> s.id().value().equals(name)).findFirst();
  }

  /** Whether the guest's node was in the cluster; true where nothing is known of it. */
  boolean nodeIsOnline() {
    NodeName name = guest.node();
    return infrastructure.nodes().stream()
        .filter(node -> node.name().equals(name))
        .allMatch(NodeState::online);
  }
}
