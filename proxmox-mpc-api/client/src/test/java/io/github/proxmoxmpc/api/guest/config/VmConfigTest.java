package io.github.proxmoxmpc.api.guest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.format.Agent;
import io.github.proxmoxmpc.api.format.Disk;
import io.github.proxmoxmpc.api.format.Machine;
import io.github.proxmoxmpc.api.format.Memory;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.guest.config.GuestDisk.Kind;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.enumeration.SnapshotState;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.value.DiskBus;
import io.github.proxmoxmpc.api.value.DiskSlot;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VmConfigTest {
  private static final String FILE =
      """
      boot: order=scsi0;ide2
      cores: 2
      description: one
      efidisk0: lvm:vm-100-disk-0,efitype=4m,size=4M
      ide0: lvm:vm-100-cloudinit,media=cdrom
      ide2: local:iso/a.iso,media=cdrom,size=1M
      meta: creation-qemu=9.2.0
      net0: virtio=BC:24:11:00:00:01,bridge=vmbr0
      net10: e1000=BC:24:11:00:00:02,bridge=vmbr1
      scsi0: lvm:vm-100-disk-1,size=32G
      tags: b;a
      unused0: lvm:vm-100-disk-9
      vmgenid: 1

      [before]
      cores: 1
      snaptime: 5
      """;

  private static VmConfig config(String text) {
    return VmConfig.of(GuestFile.vm(text));
  }

  private static Map<String, String> sent(VmConfigChange change) {
    Map<String, String> sent = new LinkedHashMap<>();
    change.put().parameters().pairs().forEach(pair -> sent.put(pair.name(), pair.value()));
    return sent;
  }

  private static VmConfigChange change(String from, String to) {
    return config(from).changesTo(config(to));
  }

  @Test
  void networkDevicesAreFoundByNumber() {
    assertThat(config(FILE).net().keySet()).containsExactly(0, 10);
    assertThat(String.valueOf(config(FILE).net().get(10)))
        .isEqualTo("e1000=BC:24:11:00:00:02,bridge=vmbr1");
  }

  @Test
  void disksHaveBusNumberAndKind() {
    VmConfig config = config(FILE);
    assertThat(config.disks().keySet())
        .extracting(DiskSlot::toString)
        .containsExactly("ide0", "ide2", "scsi0", "efidisk0", "unused0");
    assertThat(config.disks().values())
        .extracting(GuestDisk::kind)
        .containsExactly(Kind.CLOUD_INIT, Kind.CDROM, Kind.DISK, Kind.EFI_VARIABLES, Kind.UNUSED);
    GuestDisk disk = config.disks(Kind.DISK).values().iterator().next();
    assertThat(disk.slot()).isEqualTo(new DiskSlot(DiskBus.SCSI, 0));
    assertThat(disk.volume()).isEqualTo(VolumeId.of("lvm:vm-100-disk-1"));
    assertThat(String.valueOf(disk.size())).isEqualTo("32G");
  }

  @Test
  void aDiskHasTheTypeOfItsSlot() {
    assertThat(config(FILE).disks().values())
        .extracting(disk -> disk.options().getClass().getSimpleName())
        .containsExactly("Disk", "Disk", "Disk", "EfiDisk", "UnusedDisk");
    assertThat(config("scsi1: cache=writeback,volume=lvm:d\n").disks())
        .hasEntrySatisfying(
            DiskSlot.of("scsi1"),
            disk -> {
              assertThat(disk.volume()).isEqualTo(VolumeId.of("lvm:d"));
              assertThat(disk.options())
                  .isInstanceOfSatisfying(
                      Disk.class,
                      drive -> assertThat(drive.cache()).isEqualTo(Disk.Cache.WRITEBACK));
            });
    assertThat(config("mp0: lvm:d,mp=/a\nrootfs: lvm:e\n").disks()).isEmpty();
  }

  @Test
  void aSnapshotIsAConfigurationToo() {
    assertThat(GuestFile.vm(FILE).snapshots())
        .hasEntrySatisfying(
            "before", before -> assertThat(VmConfig.of(before).options().cores()).isEqualTo(1));
  }

  @Test
  void aSnapshotIsReadLikeTheCurrentConfiguration() {
    VmConfig snapshot =
        VmConfig.of(
            new QemuConfig(
                (JsonObject)
                    JsonValue.parse(
                        """
                        {"scsi0":"local-vm:105/vm-105-disk-0.qcow2,size=1G","kvm":0,"memory":"64",
                        "snaptime":1795316147,"runningmachine":"pc-i440fx-7.2","agent":"enabled=1",
                        "vmstate":"local-vm:105/vm-105-state-live.raw","parent":"base",
                        "net0":"virtio=BC:24:11:00:05:00,bridge=vmbr0","snapstate":"prepare"}
                        """)));
    assertThat(snapshot.net())
        .containsEntry(0, NetworkDevice.parse("virtio=BC:24:11:00:05:00,bridge=vmbr0"));
    assertThat(snapshot.disks().keySet()).containsExactly(DiskSlot.of("scsi0"));
    QemuConfig options = snapshot.options();
    assertThat(options.kvm()).isFalse();
    assertThat(options.agent()).isEqualTo(Agent.parse("enabled=1"));
    assertThat(options.memory()).isEqualTo(Memory.parse("64"));
    assertThat(options.snaptime()).isEqualTo(Instant.ofEpochSecond(1795316147));
    assertThat(options.runningmachine()).isEqualTo(Machine.parse("pc-i440fx-7.2"));
    assertThat(options.vmstate()).isEqualTo(VolumeId.of("local-vm:105/vm-105-state-live.raw"));
    assertThat(options.parent()).isEqualTo(SnapshotName.of("base"));
    assertThat(options.snapstate()).isEqualTo(SnapshotState.PREPARE);
    assertThat(options.digest()).isNull();
  }

  @Test
  void fieldsThatDescribeASnapshotAreNotADifference() {
    String now = "#the guest\ncores: 4\nname: a\nparent: s\nunused0: lvm:e\n";
    String snapshot = "#before the upgrade\ncores: 2\nname: a\nsnaptime: 7\nvmstate: lvm:s\n";
    assertThat(sent(change(now, snapshot)))
        .containsOnlyKeys("cores", "digest")
        .containsEntry("cores", "2");
    assertThat(change(snapshot, now).sets()).containsExactly("cores");
    assertThat(change(snapshot, snapshot.replace("upgrade", "test")).isEmpty()).isTrue();
    assertThat(change(now, now.replace("guest", "other")).sets()).containsExactly("description");
  }

  @Test
  void theChangeSetsDifferentOptionsAndDeletesMissingOnesUnderTheDigest() {
    VmConfigChange change = change("cores: 2\nnet0: virtio\nname: a\n", "cores: 4\nname: a\n");
    assertThat(sent(change))
        .containsExactly(
            Map.entry("cores", "4"),
            Map.entry("delete", "net0"),
            Map.entry("digest", GuestFile.vm("cores: 2\nnet0: virtio\nname: a\n").digest()));
    assertThat(change.post().parameters()).isEqualTo(change.put().parameters());
    assertThat(change).hasToString("VmConfigChange[sets [cores], deletes [net0]]");
  }

  @Test
  void bothSpellingsOfAModelMeanTheSameNetworkDevice() {
    VmConfigChange change =
        change(
            "net0: virtio=02:CA:FE:00:00:01,bridge=vmbr0\nnet1: e1000=02:CA:FE:00:00:02\n",
            "net0: model=virtio,macaddr=02:ca:fe:00:00:01,bridge=vmbr0\nnet1: e1000\n");
    assertThat(change.isEmpty()).isTrue();
    assertThat(change("net0: virtio=02:CA:FE:00:00:01\n", "net0: e1000=02:CA:FE:00:00:01\n").sets())
        .containsExactly("net0");
  }

  @Test
  void anotherSpellingOfTheSameValueIsNotAChange() {
    VmConfigChange change =
        change(
            "tags: a;b\nnet0: virtio=X,bridge=vmbr0,firewall=1\nonboot: 1\nargs: \nagent: 1,\n"
                + "scsi0: lvm:d,ssd=1\n#text\n",
            "tags: b,a\nnet0: bridge=vmbr0,firewall=1,virtio=X\nonboot: yes\nagent: 1\n"
                + "scsi0: ssd=1,file=lvm:d\n#text\n#\n");
    assertThat(change.isEmpty()).isTrue();
    assertThatThrownBy(change::put)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("isEmpty()");
  }

  @Test
  void aWordForAFlagIsSentAsADigit() {
    assertThat(sent(change("cores: 1\n", "cores: 1\nonboot: Yes\nkvm: off\n")))
        .containsEntry("onboot", "1")
        .containsEntry("kvm", "0");
  }

  @Test
  void keysThatOnlyTheServerWritesAreLeftOut() {
    assertThat(
            change(
                    "lock: backup\nmeta: a\nparent: p\nvmgenid: 1\nunused0: lvm:a\ntemplate: 0\n",
                    "meta: b\nsnaptime: 1\nvmstate: lvm:s\nrunningcpu: x\nunused1: lvm:b\n")
                .isEmpty())
        .isTrue();
  }

  @Test
  void valuesSentAsNumbersEqualTheirText() {
    JsonObject answer = (JsonObject) JsonValue.parse("{\"cores\":2,\"onboot\":1,\"digest\":\"d\"}");
    assertThat(
            VmConfig.of(new QemuConfig(answer))
                .changesTo(config("cores: 2\nonboot: 1\n"))
                .isEmpty())
        .isTrue();
  }

  @Test
  void aMediumCanBeReplacedButADiskCannot() {
    assertThat(sent(change("ide2: none,media=cdrom\n", "ide2: local:iso/b.iso,media=cdrom\n")))
        .containsEntry("ide2", "local:iso/b.iso,media=cdrom");
    assertThat(sent(change("scsi0: lvm:d,size=1G\n", "scsi0: lvm:d,discard=on,size=1G\n")))
        .containsEntry("scsi0", "lvm:d,discard=on,size=1G");
    assertThatThrownBy(() -> change("scsi0: lvm:d,size=1G\n", "scsi0: lvm:e,size=1G\n"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("scsi0 = 'lvm:e,size=1G': holds lvm:d, not lvm:e")
        .hasMessageContaining("detach the disk first");
  }

  @Test
  void impossibleChangesAreRejectedWithAllReasons() {
    assertThatThrownBy(
            () ->
                change(
                    "scsi0: lvm:d,size=1G\ntpmstate0: lvm:t,version=v2.0\n",
                    "scsi0: lvm:d,size=2048M\ntpmstate0: lvm:t,version=v1.2\ntemplate: 1\n"
                        + "cipassword: **********\n"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(InvalidRequestException.Fault::parameter)
                    .containsExactly("cipassword", "scsi0", "template", "tpmstate0"))
        .hasMessageContaining("PUT .../resize");
  }

  @Test
  void theSameSizeInAnotherUnitIsNotAChange() {
    assertThat(sent(change("scsi0: lvm:d,size=1024M\n", "scsi0: lvm:d,size=1G,ssd=1\n")))
        .containsKey("scsi0");
  }

  @Test
  void aMaskedPasswordIsNeverSent() {
    assertThat(change("cipassword: **********\n", "cipassword: **********\n").isEmpty()).isTrue();
    assertThat(change("cipassword: $5$x\n", "cipassword: **********\n").isEmpty()).isTrue();
    assertThat(sent(change("cipassword: **********\n", "cipassword: geheim\n")))
        .containsEntry("cipassword", "geheim");
    assertThat(change("cipassword: **********\n", "cipassword: geheim\n").toString())
        .doesNotContain("geheim");
    assertThat(sent(change("cipassword: **********\n", ""))).containsEntry("delete", "cipassword");
  }

  @Test
  void theBootOrderIsSentIfTheServerWouldChangeIt() {
    assertThat(
            sent(
                change(
                    "boot: order=scsi0;ide2\nide2: none,media=cdrom\n",
                    "boot: order=scsi0;ide2\n")))
        .containsEntry("boot", "order=scsi0;ide2")
        .containsEntry("delete", "ide2");
    assertThat(sent(change("boot: order=ide2\nide2: none\n", "cores: 1\n")))
        .containsEntry("delete", "ide2,boot");
  }

  @Test
  void theBuilderOfTheRequestChangesAConfiguration() {
    VmConfig before = config("cores: 2\nnet0: virtio\n");
    VmConfig wanted = before.with(vm -> vm.cores(4).unset("net0"));
    assertThat(wanted.options().cores()).isEqualTo(4);
    assertThat(wanted.net()).isEmpty();
    VmConfigChange change = before.changesTo(wanted);
    assertThat(change.sets()).containsExactly("cores");
    assertThat(change.deletes()).isEqualTo(List.of("net0"));
    assertThatThrownBy(() -> before.with(vm -> vm.cores(0)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void toStringShowsOptionsButNoSecret() {
    assertThat(config("cores: 2\ncipassword: geheim\n"))
        .asString()
        .startsWith("VmConfig[QemuConfig[cores=2, cipassword=***, digest=")
        .doesNotContain("geheim");
    assertThat(config("cores: 1\n"))
        .isEqualTo(config("cores: 1\n"))
        .hasSameHashCodeAs(config("cores: 1\n"));
  }
}
