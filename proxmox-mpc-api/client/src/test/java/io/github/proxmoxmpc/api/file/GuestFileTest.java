package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestFileTest {
  private static final String VM =
      """
      #Web server
      #Gr%C3%BC%C3%9Fe%3A %zz
      cdrom: none,media=cdrom
      cores: 1
      cores: 2
      sshkeys:\s
      rubbish
      description: tail

      [PENDING]
      delete: net1
      memory: 512

      [special:cloudinit]
      name: seen

      [before]
      #as it was
      cores: 4
      snaptime: 1
      """;

  @Test
  void sectionsAreSeparated() {
    GuestFile file = GuestFile.vm(VM);
    assertThat(file.current().keys()).containsExactly("ide2", "cores");
    assertThat(file.pending().orElseThrow().get("delete")).isEqualTo("net1");
    assertThat(file.special().keySet()).containsExactly("cloudinit");
    assertThat(file.snapshots())
        .hasEntrySatisfying(
            "before", before -> assertThat(before.description()).isEqualTo("as it was"));
  }

  @Test
  void theLastValueOfARepeatedKeyApplies() {
    assertThat(new QemuConfig(GuestFile.vm(VM).json()).cores()).isEqualTo(2);
  }

  @Test
  void commentLinesAndTheOldKeyFormTheDescription() {
    assertThat(GuestFile.vm(VM).current().description()).isEqualTo("Web server\nGrüße: %zz\ntail");
    assertThat(GuestFile.container("#one\n#\n").current().description()).isEqualTo("one\n\n");
    assertThat(GuestFile.vm("cores: 1\n").current().description()).isNull();
  }

  @Test
  void aLineThatTheServerSkipsIsKeptWithItsReason() {
    assertThat(GuestFile.vm(VM).lines())
        .filteredOn(Unread.class::isInstance)
        .containsExactly(
            new Unread("sshkeys: ", "'sshkeys' has no value"),
            new Unread("rubbish", "not of the form 'key: value'"));
    assertThat(GuestFile.vm(VM).current().get("sshkeys")).isNull();
  }

  @ParameterizedTest
  @Tag("R04")
  @ValueSource(
      strings = {
        "balloon: 0  # x",
        "balloon: -1",
        "cores: +2",
        "intel-tdx: type=tdx",
        "memory: 1",
        "onboot: perhaps",
        "cpulimit: 1e3",
        "name: -x",
        "net0: virtio,kitty=1",
        "net0: bridge=vmbr0",
        "scsi0: local-lvm:vm-100-disk-0,cache=kitty",
        "scsi0: /srv/disk.raw",
        "scsi31: local-lvm:vm-100-disk-0",
        "tags: a,b!",
        "boot: order=kitty",
        "prune-me;"
      })
  void aLineOfAVmThatBreaksItsTypeOrFormatIsDropped(String line) {
    String text = "sockets: 1\n" + line + "\n[s]\n" + line + "\n";
    GuestFile file = GuestFile.vm(text);
    assertThat(file.json().names()).containsExactly("sockets", "digest");
    assertThat(file.snapshots().values()).allSatisfy(s -> assertThat(s.keys()).isEmpty());
    assertThat(file.lines()).filteredOn(Unread.class::isInstance).hasSize(2);
    assertThat(file.text()).isEqualTo(text);
    assertThat(new QemuConfig(file.json()).sockets()).isEqualTo(1);
  }

  @ParameterizedTest
  @Tag("R04")
  @ValueSource(
      strings = {
        "bios: kitty",
        "cpulimit: 4096",
        "balloon: 99999999",
        "newer-key: 1",
        "args: -cpu host # x",
        "scsi0: /dev/sdb",
        "scsi0: local-lvm:vm-100-disk-0,size=32G",
        "intel-tdx: type=tdx,attestation=1",
        "startdate: whenever"
      })
  void theServerChecksNoRangeAndNoListOfValuesWhenItReadsAFile(String line) {
    GuestFile file = GuestFile.vm(line + "\n");
    assertThat(file.lines()).noneMatch(Unread.class::isInstance);
    assertThat(file.json().names()).hasSize(2);
  }

  @Test
  void wordsAndNumbersAreConvertedToTheSpellingOfTheApi() {
    GuestFile vm =
        GuestFile.vm("onboot: yes\nnuma: OFF\ncores: 004\nvga: std\nhugepages: \"any\"\n");
    assertThat(vm.current().json())
        .hasToString(
            "{\"onboot\":\"1\",\"numa\":\"0\",\"cores\":\"4\",\"vga\":\"std\",\"hugepages\":\"any\"}");
    assertThat(vm.current().get("onboot")).isEqualTo("yes");
    assertThat(GuestFile.container("onboot: yes\n").current().json())
        .hasToString("{\"onboot\":\"1\"}");
  }

  @Test
  @Tag("R04")
  void aContainerKeepsALineThatBreaksItsType() {
    GuestFile file = GuestFile.container("cores: many\nnet0: kitty=1\n");
    assertThat(file.lines()).noneMatch(Unread.class::isInstance);
    assertThat(file.current().json()).hasToString("{\"cores\":\"many\",\"net0\":\"kitty=1\"}");
  }

  @Test
  void aContainerIgnoresAHeadingThatItDoesNotKnow() {
    GuestFile file =
        GuestFile.container("memory: 64\n[special:x]\nswap: 0\n[s]\ncores: 1\n[snap]\ncores: 2\n");
    assertThat(file.current().keys()).containsExactly("memory", "swap", "cores");
    assertThat(file.current().get("cores")).isEqualTo("1");
    assertThat(file.snapshots()).containsOnlyKeys("snap");
    assertThat(GuestFile.vm("cores: 1\n[special:x]\ncores: 2\n").current().get("cores"))
        .isEqualTo("1");
  }

  @Test
  void deletionsAreReadOnlyAmongThePendingChanges() {
    GuestFile file = GuestFile.vm("delete: net0\n[before]\ndelete: cpu\n[pending]\ndelete: numa\n");
    assertThat(file.json().names()).containsExactly("digest");
    assertThat(file.snapshots())
        .hasEntrySatisfying("before", before -> assertThat(before.keys()).isEmpty());
    assertThat(file.pending().orElseThrow().get("delete")).isEqualTo("numa");
    assertThat(file.lines()).filteredOn(Unread.class::isInstance).hasSize(2);
  }

  @Test
  void rawLinesOfAContainerStayInOrder() {
    GuestFile file =
        GuestFile.container("lxc.idmap: u 0 1 2\nlxc.cap.drop:\nlxc.a = b\nmemory: 64\n");
    LxcConfig config = new LxcConfig(file.json());
    assertThat(config.lxc())
        .containsExactly(
            new LxcLine("lxc.idmap", "u 0 1 2"),
            new LxcLine("lxc.cap.drop", ""),
            new LxcLine("lxc.a", "b"));
    assertThat(file.current().rawLines()).isEqualTo(config.lxc());
    assertThat(config.memory()).isEqualTo(64);
  }

  @Test
  void theEnvironmentIsARawLineOfTheFileButNotOfTheResponse() {
    GuestFile file = GuestFile.container("lxc.environment.runtime: A=b\nlxc.a: b\n");
    ContainerConfig config = ContainerConfig.of(file);
    LxcLine other = new LxcLine("lxc.a", "b");
    assertThat(file.current().rawLines())
        .containsExactly(new LxcLine("lxc.environment.runtime", "A=b"), other);
    assertThat(config.rawLines()).containsExactly(other);
    assertThat(config.options().env()).isEqualTo("A=b");
  }

  @Test
  void theDigestEqualsTheDigestOfTheServer() {
    // From the recorded answer for this file: Proxmox VE 9.2.
    String file =
        """
        boot: order=scsi0
        cores: 2
        cpu: x86-64-v2-AES
        memory: 512
        name: f1000
        net0: virtio=BC:24:11:F0:00:00,bridge=vmbr0
        ostype: l26
        scsi0: local-vm:1000/vm-1000-disk-0.qcow2,size=1G
        scsihw: virtio-scsi-single
        smbios1: uuid=00000000-0000-4000-8000-000000001000
        sockets: 1
        """;
    assertThat(new QemuConfig(GuestFile.vm(file).json()).digest())
        .isEqualTo("480296e787e9e7a8878adb01b922a07ad03090b9");
  }

  @Test
  void toStringShowsNoValues() {
    GuestFile file = GuestFile.vm("cipassword: geheim\n[s]\ncipassword: geheim\nx geheim\n");
    assertThat(file.toString() + file.lines() + file.current() + file.snapshots())
        .doesNotContain("geheim");
  }
}
