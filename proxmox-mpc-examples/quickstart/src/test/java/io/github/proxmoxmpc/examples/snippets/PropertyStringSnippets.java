package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.format.Agent;
import io.github.proxmoxmpc.api.format.BootOrder;
import io.github.proxmoxmpc.api.format.Disk;
import io.github.proxmoxmpc.api.format.Memory;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.property.DiskSource;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;

/** The code of docs/guide/property-strings.md. */
final class PropertyStringSnippets {
  private PropertyStringSnippets() {}

  static void read(ProxmoxClient pve) {
    QemuConfig config = pve.vm(100).config().options();
    config.net().forEach((index, device) -> System.out.println(index + ": " + device.bridge()));
    for (Disk disk : config.scsi().values()) {
      System.out.println(disk.file() + ", " + disk.size());
    }
  }

  static void create(ProxmoxClient pve) {
    Disk disk =
        Disk.builder(DiskSource.allocate(StorageId.of("local-lvm"), 32))
            .discard(Disk.Discard.ON)
            .ssd(true)
            .build();
    pve.api()
        .nodes("pve1")
        .qemu()
        .post(
            vm ->
                vm.vmid(VmId.of(101))
                    .name("web")
                    .memory(Memory.ofMebibytes(2048))
                    .agent(Agent.on())
                    .net(0, NetworkDevice.virtio("vmbr0"))
                    .scsi(0, disk)
                    .boot(BootOrder.of(List.of("scsi0", "net0"))));
  }

  static void change(ProxmoxClient pve) {
    NetworkDevice device = NetworkDevice.parse("virtio=BC:24:11:00:00:01,bridge=vmbr0,newer=1");
    NetworkDevice moved = device.toBuilder().bridge("vmbr1").tag(20).build();
    // virtio=BC:24:11:00:00:01,bridge=vmbr1,newer=1,tag=20
    System.out.println(moved);
    System.out.println(moved.get("newer"));
  }

  static void check(ProxmoxClient pve) {
    NetworkDevice jumbo = NetworkDevice.virtio("vmbr0").toBuilder().mtu(70000).tag(0).build();
    try {
      pve.api().nodes("pve1").qemu(100).config().put(vm -> vm.net(0, jumbo));
    } catch (InvalidRequestException e) {
      // net0.mtu = '70000': must be at most 65520
      // net0.tag = '0': must be at least 1
      e.faults().forEach(System.out::println);
    }
  }

  static void untyped(ProxmoxClient pve) {
    pve.api()
        .nodes("pve1")
        .qemu(100)
        .config()
        .put(vm -> vm.with("net0", "virtio,bridge=vmbr0,newer=1").unchecked());
  }
}
