package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.PendingChanges;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a guest's configuration file that the server cannot read. */
class UnreadableLinesTest {
  @ParameterizedTest
  @Tag("R04")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "balloon | 0  # x | type check ('integer') failed - got '0  # x'",
        "cores | many | type check ('integer') failed - got 'many'",
        "cores | -1 | type check ('integer') failed - got '-1'",
        "onboot | perhaps | type check ('boolean') failed - got 'perhaps'",
        "cpulimit | 1.5x | type check ('number') failed - got '1.5x'",
        "nosuch | 1 | unknown setting 'nosuch'",
        "scsi31 | local:vm-100-disk-0 | unknown setting 'scsi31'",
        "intel-tdx | type=tdx | attestation: property is missing and it is not optional",
        "net0 | bridge=vmbr0 | model: property is missing and it is not optional",
        "net0 | virtio,kitty=1 | kitty: property is not defined in schema",
        "net0 | virtio,tag=4095 | tag: value must have a maximum value of 4094",
        "net0 | virtio,tag=many | tag: type check ('integer') failed - got 'many'",
        "scsi0 | local:vm-100-disk-0,cache=fast | does not have a value in the enumeration",
        "name | a name | value does not look like a valid DNS name",
        "memory | 1 | current: value must have a minimum value of 16",
        "cpu | host,kitty=1 | kitty: property is not defined in schema",
        "boot | scsi0 | legacy: value does not match the regex pattern",
        "agent | 1,1 | duplicate key in comma-separated list property: enabled",
      })
  void aVmLosesALineThatBreaksTheSchema(String key, String value, String reason) {
    StoredConfig config =
        StoredConfig.parse(GuestKind.VM, "description: kept\n" + key + ": " + value);
    assertThat(config.current().keys()).containsExactly("description");
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .startsWith("unable to parse value of '" + key + "' - ")
        .contains(reason);
  }

  @ParameterizedTest
  @Tag("R04")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nosuch | 1 | unknown setting 'nosuch'",
        "memory | 512M | type check ('integer') failed - got '512M'",
        "unprivileged | maybe | type check ('boolean') failed - got 'maybe'",
        "net0 | bridge=vmbr0 | name: property is missing and it is not optional",
        "mp0 | local:vm-100-disk-1 | mp: property is missing and it is not optional",
        "features | nesting=2 | nesting: type check ('boolean') failed - got '2'",
      })
  void aContainerKeepsALineThatBreaksTheSchema(String key, String value, String reason) {
    StoredConfig config = StoredConfig.parse(GuestKind.CONTAINER, key + ": " + value);
    assertThat(config.current().get(key)).isEqualTo(value);
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .startsWith("unable to parse value of '" + key + "' - ")
        .contains(reason);
    assertThat(config.response(PendingChanges.APPLIED)).containsEntry(key, value);
  }

  @Test
  @Tag("R04")
  void aContainerWithUnreadableNumbersIsStillListed() {
    Estate estate =
        Estate.builder()
            .node("pve")
            .container("pve", 100, "cores: many\nmemory: 512M\nhostname: ct\n")
            .build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
      ApiProbe api = ApiProbe.of(pve);
      assertThat(api.get("/nodes/pve/lxc").row(0)).containsEntry("name", "ct");
      assertThat(api.get("/cluster/resources", "type", "vm").row(0)).containsEntry("maxcpu", 0L);
      assertThat(api.get("/nodes/pve/lxc/100/config").object())
          .containsEntry("cores", "many")
          .containsEntry("memory", "512M");
    }
  }

  @ParameterizedTest
  @Tag("R04")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "VM | balloon | 0",
        "VM | intel-tdx | attestation=1,type=tdx",
        "VM | net0 | virtio=BC:24:11:00:00:01,bridge=vmbr0,tag=4094",
        "VM | scsi0 | /dev/disk/by-id/ata-x,,size=1G",
        "VM | scsihw | no-such-controller",
        "VM | ostype | no-such-system",
        "VM | boot | order=scsi0;net0",
        "VM | cpu | host,flags=+aes",
        "CONTAINER | mp0 | /srv/data,mp=/data",
        "CONTAINER | memory | 1",
      })
  void aLineThatTheServerReadsIsKept(GuestKind kind, String key, String value) {
    StoredConfig config = StoredConfig.parse(kind, key + ": " + value);
    assertThat(config.current().get(key)).isEqualTo(value);
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void valuesAreNormalizedAsTheServerDoes() {
    Estate estate =
        Estate.builder()
            .vm(
                "pve",
                100,
                "cores: 007\nonboot: yes\nargs: \"-no-hpet\"\ncpulimit: 1.50\nboot: order=scsi0\n")
            .node("pve")
            .build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
      assertThat(ApiProbe.of(pve).get("/nodes/pve/qemu/100/config").object())
          .containsEntry("cores", 7L)
          .containsEntry("onboot", 1L)
          .containsEntry("args", "-no-hpet")
          .containsEntry("cpulimit", "1.50");
    }
  }

  @Test
  @Tag("R04")
  void theResponseLeavesOutDroppedLinesButTheFileKeepsThemUntilItIsWritten() {
    Estate estate =
        Estate.builder().node("pve").vm("pve", 100, "balloon: 0  # x\nname: web\n").build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
      ApiProbe api = ApiProbe.of(pve);
      assertThat(api.get("/nodes/pve/qemu/100/config").object())
          .containsEntry("name", "web")
          .doesNotContainKey("balloon");
      assertThat(pve.guest(100).configurationFile()).contains("balloon: 0  # x");
      assertThat(api.put("/nodes/pve/qemu/100/config", "cores", "2").status()).isEqualTo(200);
      assertThat(pve.guest(100).configurationFile()).isEqualTo("cores: 2\nname: web\n");
    }
  }

  @Test
  @Tag("R04")
  void aSnapshotDropsUnreadableLinesToo() {
    StoredConfig config =
        StoredConfig.parse(GuestKind.VM, "name: web\n\n[before]\nballoon: x\nname: old\n");
    assertThat(config.snapshot("before").orElseThrow().keys()).containsExactly("name");
    assertThat(config.snapshotResponse("before")).hasValue(Map.of("name", "old"));
  }
}
