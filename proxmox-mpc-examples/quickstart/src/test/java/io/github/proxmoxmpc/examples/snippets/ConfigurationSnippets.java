package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.file.Section;
import io.github.proxmoxmpc.api.file.SectionFile;
import io.github.proxmoxmpc.api.format.MountPoint;
import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.config.GuestDisk;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfigChange;
import io.github.proxmoxmpc.api.guest.lxc.IdMap;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.property.DiskResize;
import io.github.proxmoxmpc.api.property.DiskSize;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.storage.StorageItem;
import io.github.proxmoxmpc.api.value.DiskSlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The code of docs/guide/configurations.md. */
final class ConfigurationSnippets {
  private ConfigurationSnippets() {}

  static void disks(ProxmoxClient pve) {
    VmConfig config = pve.vm(100).config();
    config.net().forEach((number, device) -> System.out.println(number + ": " + device.bridge()));
    config
        .disks(GuestDisk.Kind.DISK)
        .forEach((slot, disk) -> System.out.println(slot + ": " + disk.volume()));
  }

  static void typedDisks(ProxmoxClient pve) {
    for (GuestDisk disk : pve.container(200).config().disks().values()) {
      if (disk.options() instanceof MountPoint mount) {
        System.out.println(disk.slot() + ": " + mount.mp() + " " + mount.mountoptions());
      }
    }
  }

  static void rawLines(ProxmoxClient pve) {
    ContainerConfig config = pve.container(200).config();
    for (IdMap map : config.idMap()) {
      System.out.println(map.kind() + " " + map.inside() + " is " + map.outside() + " on the host");
    }
    LxcLine line = LxcLine.of(IdMap.users(1000).to(1000));
    System.out.println(line.wire()); // lxc.idmap: u 1000 1000 1
  }

  static void difference(ProxmoxClient pve) {
    VmConfig config = pve.vm(100).config();
    VmConfig wanted = config.with(vm -> vm.cores(4).onboot(true).unset("net1"));
    VmConfigChange change = config.changesTo(wanted);
    System.out.println(change.sets() + " " + change.deletes());
    pve.vm(100).change(change);
  }

  static void snapshot(ProxmoxClient pve) {
    QemuConfig before = pve.api().nodes("pve1").qemu(100).snapshot("before-upgrade").config().get();
    VmConfigChange since = VmConfig.of(before).changesTo(pve.vm(100).config());
    System.out.println(before.snaptime() + ": since then " + since.sets() + " " + since.deletes());
  }

  static void resize(ProxmoxClient pve) {
    DiskSlot slot = DiskSlot.of("scsi0");
    DiskResize more = DiskResize.by(DiskSize.ofGibibytes(10));
    pve.api().nodes("pve1").qemu(100).resize().put(disk -> disk.disk(slot).size(more));
  }

  static void pending(ProxmoxClient pve) {
    PendingConfig<VmConfig> config = pve.vm(100).pending();
    System.out.println("at its next start: " + config.now().changesTo(config.next()));
  }

  static void files() throws IOException {
    GuestFile file = GuestFile.vm(Files.readString(Path.of("100.conf")));
    VmConfig now = VmConfig.of(file);
    file.snapshots().forEach((name, then) -> System.out.println(name + VmConfig.of(then).net()));
    SectionFile storages = SectionFile.parse(Files.readString(Path.of("storage.cfg")));
    for (Section section : storages.sections()) {
      StorageItem storage = new StorageItem(section.json("storage"));
      System.out.println(storage.storage() + " " + storage.type() + " " + now.disks().size());
    }
  }
}
