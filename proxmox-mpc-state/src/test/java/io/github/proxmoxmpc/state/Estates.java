package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clusters to put into a store. */
final class Estates {
  private Estates() {}

  static ConfigDocument config(Map<String, String> values) {
    return new ConfigDocument(new TreeMap<>(values), List.of(), "0123456789abcdef");
  }

  static VmState vm(int id, PowerState status, Map<String, String> config) {
    return new VmState(
        VmId.of(id),
        NodeName.of("pve1"),
        config.get("name"),
        status,
        false,
        null,
        AgentState.OFF,
        config(config),
        Collections.emptySortedSet());
  }

  static VmState vm(int id) {
    return vm(id, PowerState.RUNNING, Map.of("name", "vm-" + id, "memory", "2048"));
  }

  static ContainerState container(int id) {
    return new ContainerState(
        VmId.of(id),
        NodeName.of("pve2"),
        "ct-" + id,
        PowerState.STOPPED,
        true,
        PoolId.of("prod/web"),
        new ConfigDocument(
            new TreeMap<>(Map.of("hostname", "ct-" + id, "tags", "prod;ct")),
            List.of(new RawLine("lxc.idmap", "u 0 100000 65536"), new RawLine("lxc.idmap", "g")),
            null));
  }

  static NodeState node(String name) {
    return new NodeState(NodeName.of(name), true, 8, 34_359_738_368L);
  }

  static Infrastructure small() {
    return new Infrastructure(
        List.of(node("pve1"), node("pve2")),
        List.of(vm(100), vm(101)),
        List.of(container(200)),
        List.of(
            new StorageState(
                StorageId.of("local-lvm"),
                "lvmthin",
                new TreeMap<>(Map.of("content", "images,rootdir", "vgname", "pve")),
                new TreeSet<>(List.of(NodeName.of("pve1"), NodeName.of("pve2")))),
            new StorageState(
                StorageId.of("nas"),
                "nfs",
                new TreeMap<>(Map.of("server", "192.0.2.1")),
                new TreeSet<>(List.of(NodeName.of("pve2"))))),
        List.of(
            new PoolState(
                PoolId.of("prod/web"),
                "web \"servers\"",
                List.of(VmId.of(200)),
                List.of(StorageId.of("nas"))),
            new PoolState(PoolId.of("empty"), null, List.of(), List.of())));
  }

  /** Guests with configurations as long as real ones, over ten nodes; each tenth is prod. */
  static Infrastructure large(int guests) {
    List<VmState> vms = new ArrayList<>();
    for (int i = 0; i < guests; i++) {
      Map<String, String> config = new TreeMap<>();
      config.put("name", "vm-" + i);
      config.put("tags", (i % 10 == 0 ? "prod;" : "") + "team-" + i % 50);
      config.put("memory", Integer.toString(1024 + i % 7 * 512));
      config.put("cores", "4");
      config.put("boot", "order=scsi0;net0");
      config.put("description", "Guest " + i + "\n" + "what it is for ".repeat(12));
      for (int disk = 0; disk < 4; disk++) {
        config.put(
            "scsi" + disk,
            "local-lvm:vm-" + (1000 + i) + "-disk-" + disk + ",discard=on,iothread=1,size=32G");
        config.put(
            "net" + disk,
            String.format("virtio=BC:24:11:00:%02X:%02X,bridge=vmbr0", i % 256, disk));
      }
      vms.add(
          new VmState(
              VmId.of(1000 + i),
              NodeName.of("pve" + i % 10),
              "vm-" + i,
              i % 4 == 0 ? PowerState.STOPPED : PowerState.RUNNING,
              i % 100 == 99,
              i % 5 == 0 ? PoolId.of("pool-" + i % 25) : null,
              AgentState.NOT_ASKED,
              config(config),
              Collections.emptySortedSet()));
    }
    return new Infrastructure(List.of(node("pve1")), vms, List.of(), List.of(), List.of());
  }

  static CommittedRevision commit(StateStore store, Infrastructure infrastructure) {
    try (RevisionDraft draft = store.draft()) {
      return draft.putAll(infrastructure).commit();
    }
  }
}
