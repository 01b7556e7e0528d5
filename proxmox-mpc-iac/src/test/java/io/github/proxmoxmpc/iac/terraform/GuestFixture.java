package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.fixtures.GuestCorpus;
import io.github.proxmoxmpc.fixtures.GuestExample;
import io.github.proxmoxmpc.iac.terraform.internal.guest.ContainerTable;
import io.github.proxmoxmpc.iac.terraform.internal.guest.GuestView;
import io.github.proxmoxmpc.iac.terraform.internal.guest.VmTable;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingTable;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A guest of the shared corpus as the generators see it, on a cluster of its own. */
record GuestFixture(GuestExample example, GuestState guest, Infrastructure cluster) {
  private static final NodeName NODE = NodeName.of("pve");
  private static final List<GuestFixture> ALL =
      Arrays.stream(GuestCorpus.values())
          .flatMap(corpus -> corpus.guests().stream())
          .map(GuestFixture::of)
          .toList();

  static Stream<GuestFixture> all() {
    return ALL.stream();
  }

  /** Returns the expected Terraform, followed by the coverage of each key. */
  String expectation() {
    return ExpectedTerraform.of(example);
  }

  private static GuestFixture of(GuestExample example) {
    GuestState guest = stateOf(example);
    return new GuestFixture(example, guest, clusterOf(List.of(guest)));
  }

  static Infrastructure clusterOf(List<GuestState> guests) {
    return new Infrastructure(
        List.of(new NodeState(NODE, true, 4, 1L << 34)),
        guests.stream().filter(VmState.class::isInstance).map(VmState.class::cast).toList(),
        guests.stream()
            .filter(ContainerState.class::isInstance)
            .map(ContainerState.class::cast)
            .toList(),
        List.of(
            storage("local", "dir", true),
            storage("local-vm", "dir", true),
            storage("hooks", "dir", true),
            storage("thin", "lvmthin", true),
            storage("lvm-local", "lvm", true),
            storage("zfs-local", "zfspool", true),
            storage("gone-nfs", "nfs", false)),
        List.of());
  }

  private static StorageState storage(String name, String type, boolean reachable) {
    return new StorageState(
        StorageId.of(name),
        type,
        new TreeMap<>(),
        reachable ? new TreeSet<>(List.of(NODE)) : new TreeSet<>());
  }

  MappingTable<GuestView> table() {
    return guest instanceof VmState ? VmTable.TABLE : ContainerTable.TABLE;
  }

  private static GuestState stateOf(GuestExample example) {
    VmId vmid = VmId.of(example.vmid());
    PowerState powerState = PowerState.valueOf(example.status());
    ConfigDocument config = configOf(example);
    boolean template = "1".equals(config.get("template"));
    return example.corpus().isOfVms()
        ? new VmState(
            vmid,
            NODE,
            config.get("name"),
            powerState,
            template,
            null,
            AgentState.OFF,
            config,
            missingVolumesOf(config))
        : new ContainerState(
            vmid, NODE, config.get("hostname"), powerState, template, null, config);
  }

  /** Returns the volumes that the storages do not have: those with {@code missing} in the name. */
  private static SortedSet<String> missingVolumesOf(ConfigDocument config) {
    SortedSet<String> missing = new TreeSet<>();
    for (String value : config.values().values()) {
      String volume = value.split(",", 2)[0];
      if (volume.contains("-missing")) {
        missing.add(volume);
      }
    }
    return missing;
  }

  private static ConfigDocument configOf(GuestExample example) {
    SortedMap<String, String> values = new TreeMap<>();
    List<ConfigDocument.RawLine> raw = new ArrayList<>();
    example
        .answer()
        .forEach(
            (key, json) -> {
              JsonValue value = JsonValue.parse(json);
              if (value instanceof JsonArray lines) {
                lines.values().forEach(line -> raw.add(rawLine((JsonArray) line)));
              } else {
                values.put(key, value instanceof JsonString text ? text.value() : json);
              }
            });
    return new ConfigDocument(values, raw, null);
  }

  private static ConfigDocument.RawLine rawLine(JsonArray pair) {
    return new ConfigDocument.RawLine(
        ((JsonString) pair.values().get(0)).value(), ((JsonString) pair.values().get(1)).value());
  }

  @Override
  public String toString() {
    return example.toString();
  }
}
