package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.NaturalOrder;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ProviderPropertyString;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ResourceView;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
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
 * A guest and its cluster, as the mapping tables see them. Not thread-safe.
 *
 * <p>Besides the configuration keys it offers facts under names that begin with {@code @}: {@code
 * @node}, {@code @vmid}, {@code @running} and {@code @always}.
 */
public final class GuestView implements ResourceView {
  private static final Pattern NETWORK_DEVICE = Pattern.compile("net\\d+");

  private final GuestState guest;
  private final Infrastructure infrastructure;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> keys;
  private final Map<String, ProviderPropertyString> propertyStrings = new HashMap<>();
  private final Map<KeyPattern, List<String>> keysByPattern = new IdentityHashMap<>();

  /** Creates the view of a guest in its cluster. */
  public GuestView(GuestState guest, Infrastructure infrastructure) {
    this.guest = guest;
    this.infrastructure = infrastructure;
    values.putAll(guest.config().values());
    int index = 0;
    for (ConfigDocument.RawLine line : guest.config().rawLines()) {
      values.put(line.key() + "#" + index++, line.value());
    }
    this.keys = values.keySet().stream().sorted(NaturalOrder.KEYS).toList();
  }

  GuestState guest() {
    return guest;
  }

  @Override
  public List<String> keys() {
    return keys;
  }

  @Override
  public List<String> keys(KeyPattern keyPattern) {
    List<String> known = keysByPattern.get(keyPattern);
    if (known == null) {
      known = keyPattern.isFact() ? List.of(keyPattern.label()) : keyPattern.matchingKeys(this);
      keysByPattern.put(keyPattern, known);
    }
    return known;
  }

  @Override
  public @Nullable String text(String key) {
    return switch (key) {
      case "@node" -> guest.node().value();
      case "@vmid" -> guest.vmid().toString();
      case "@running" -> guest.powerState() == PowerState.RUNNING ? "1" : "0";
      case "@always" -> "";
      default -> values.get(key);
    };
  }

  @Override
  public ProviderPropertyString propertyString(String key) {
    return propertyStrings.computeIfAbsent(
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

  @Override
  public String insertId(String text) {
    return text.replace("{id}", guest.vmid().toString());
  }

  /** Returns the volume of a drive: its {@code file} property, with or without the key. */
  static String volume(ResourceView guest, String key) {
    return Objects.requireNonNullElse(guest.propertyString(key).namedOrBare("file"), "");
  }

  /** Returns the storage with this name, if the cluster's configuration has it. */
  Optional<StorageState> storage(String name) {
    return infrastructure.storages().stream().filter(s -> s.id().value().equals(name)).findFirst();
  }

  /** Returns whether the guest's node is online; true if nothing is known about the node. */
  boolean nodeIsOnline() {
    NodeName name = guest.node();
    return infrastructure.nodes().stream()
        .filter(node -> node.name().equals(name))
        .allMatch(NodeState::online);
  }
}
