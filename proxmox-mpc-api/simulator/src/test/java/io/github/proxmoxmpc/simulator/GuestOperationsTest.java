package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuestOperationsTest extends SimulatorTest {
  private static final String WEB = "/nodes/pve1/qemu/100";
  private static final String DB = "/nodes/pve1/qemu/101";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              TestEstates.operations().addresses(100, "192.0.2.5/24").build())
          .resetBeforeEach();

  @Test
  void onlyBaseVolumesHaveLinkedClones() {
    assertThat(api.post(DB + "/clone", "newid", "300", "full", "0").reason())
        .isEqualTo("Linked clone feature is not supported for 'local-lvm:vm-101-disk-0' (scsi0)");
    assertThat(api.post("/nodes/pve1/lxc/201/clone", "newid", "300", "full", "0").reason())
        .isEqualTo("Linked clone feature for 'local-lvm:vm-201-disk-0' is not available");
    assertThat(api.exitOf(api.post("/nodes/pve1/qemu/102/clone", "newid", "300"))).isEqualTo("OK");
  }

  @Test
  void localDisksOfRunningVmsMigrateOnlyIfAsked() {
    api.post(DB + "/status/start");
    assertThat(api.exitOf(api.post(DB + "/migrate", "target", "pve2", "online", "1")))
        .isEqualTo("migration aborted");
    assertThat(api.get(DB + "/status/current").object()).containsEntry("status", "running");
    assertThat(
            api.exitOf(
                api.post(
                    DB + "/migrate", "target", "pve2", "online", "1", "with-local-disks", "1")))
        .isEqualTo("OK");
    assertThat(api.exitOf(api.post(WEB + "/migrate", "target", "pve2", "online", "1")))
        .isEqualTo("OK");
  }

  @Test
  void aMovedDiskLeavesItsSourceUnused() {
    assertThat(api.exitOf(api.post(DB + "/move_disk", "disk", "scsi0", "storage", "nas")))
        .isEqualTo("OK");
    assertThat(api.get(DB + "/config").object())
        .containsEntry("scsi0", "nas:101/vm-101-disk-0.raw,size=16G")
        .containsEntry("unused0", "local-lvm:vm-101-disk-0");
    assertThat(api.post(DB + "/move_disk", "disk", "scsi0", "storage", "nas").reason())
        .isEqualTo("you can't move to the same storage with same format");
  }

  @Test
  void aDiskMovesToAnotherVm() {
    api.post(WEB + "/status/stop");
    assertThat(
            api.exitOf(
                api.post(
                    WEB + "/move_disk",
                    "disk",
                    "scsi0",
                    "target-vmid",
                    "101",
                    "target-disk",
                    "scsi1")))
        .isEqualTo("OK");
    assertThat(api.get(WEB + "/config").object().containsKey("scsi0")).isFalse();
    assertThat(api.get(DB + "/config").object())
        .containsEntry("scsi1", "nas:101/vm-101-disk-0.qcow2,size=8G");
  }

  @Test
  void filesOfAVmKeepTheirContent() {
    String agent = WEB + "/agent";
    assertThat(api.get(agent + "/file-read", "file", "/etc/motd").reason())
        .isEqualTo(
            "Agent error: failed to open file '/etc/motd' (mode: 'r'): No such file or directory");
    api.post(agent + "/file-write", "file", "/etc/motd", "content", "hello");
    assertThat(api.get(agent + "/file-read", "file", "/etc/motd", "count", "4").object())
        .containsEntry("content", "hell")
        .containsEntry("truncated", 1L);
    assertThat(api.get(DB + "/agent/get-time").reason())
        .isEqualTo("No QEMU guest agent configured");
    api.post(WEB + "/status/stop");
    assertThat(api.get(agent + "/get-time").reason()).isEqualTo("VM 100 is not running");
  }

  @Test
  void cloudInitFilesFollowTheConfiguration() {
    api.put(
        DB + "/config",
        "ciuser",
        "admin",
        "cipassword",
        "secret1",
        "ipconfig0",
        "ip=192.0.2.7/20,gw=192.0.2.1",
        "nameserver",
        "192.0.2.53");
    assertThat(api.get(DB + "/cloudinit/dump", "type", "user").text())
        .contains("hostname: db\n", "user: admin\n", "password: **********\n")
        .doesNotContain("secret1");
    assertThat(api.get(DB + "/cloudinit/dump", "type", "network").text())
        .contains("address: '192.0.2.7'\n", "netmask: '255.255.240.0'\n", "- '192.0.2.53'\n");
  }

  @Test
  void allGuestsOfANodeStopAndOnlyThoseThatAreNamedStart() {
    assertThat(api.exitOf(api.post("/nodes/pve1/stopall"))).isEqualTo("OK");
    assertThat(api.get(WEB + "/status/current").object()).containsEntry("status", "stopped");
    assertThat(api.get("/nodes/pve1/lxc/200/status/current").object())
        .containsEntry("status", "stopped");
    api.post("/cluster/bulk-action/guest/start", "vms", "101");
    assertThat(api.get(DB + "/status/current").object()).containsEntry("status", "running");
    assertThat(api.get(WEB + "/status/current").object()).containsEntry("status", "stopped");
  }
}
