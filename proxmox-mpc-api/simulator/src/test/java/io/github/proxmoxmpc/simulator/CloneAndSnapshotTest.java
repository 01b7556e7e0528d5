package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CloneAndSnapshotTest extends SimulatorTest {
  private static final String VM = "/nodes/pve1/qemu/100";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.small().build()).resetBeforeEach();

  @Test
  void aTemplateWithLinkedClonesCannotBeDestroyed() {
    api.post(VM + "/status/stop");
    assertThat(api.exitOf(api.post(VM + "/template"))).isEqualTo("OK");
    assertThat(api.get(VM + "/config").object())
        .containsEntry("template", 1L)
        .containsEntry("scsi0", "vms:100/base-100-disk-0.qcow2,size=8G");
    assertThat(api.exitOf(api.post(VM + "/status/start")))
        .isEqualTo("you can't start a vm if it's a template");
    assertThat(api.exitOf(api.post(VM + "/clone", "newid", "102", "name", "linked")))
        .isEqualTo("OK");
    Map<String, ?> clone = api.get("/nodes/pve1/qemu/102/config").object();
    assertThat(clone.get("scsi0"))
        .isEqualTo("vms:100/base-100-disk-0.qcow2/102/vm-102-disk-0.qcow2,size=8G");
    assertThat(clone.get("net0")).isNotEqualTo("virtio=BC:24:11:00:00:01,bridge=vmbr0");
    assertThat(clone.containsKey("template")).isFalse();
    assertThat(api.exitOf(api.delete(VM)))
        .isEqualTo("base volume 'vms:100/base-100-disk-0.qcow2' is still in use by linked cloned");
  }

  @Test
  void aFullCloneHasItsOwnDisks() {
    assertThat(
            api.exitOf(
                api.post(
                    "/nodes/pve2/qemu/101/clone",
                    "newid",
                    "103",
                    "full",
                    "1",
                    "storage",
                    "vms",
                    "format",
                    "qcow2")))
        .isEqualTo("OK");
    Map<String, ?> clone = api.get("/nodes/pve2/qemu/103/config").object();
    assertThat(clone.get("scsi0")).isEqualTo("vms:103/vm-103-disk-0.qcow2,size=16G");
    assertThat(clone.get("name")).isEqualTo("Copy-of-VM-db");
  }

  @Test
  void snapshotsAreTakenListedRolledBackAndDeleted() {
    String snapshots = VM + "/snapshot";
    assertThat(api.exitOf(api.post(snapshots, "snapname", "s1", "description", "first")))
        .isEqualTo("OK");
    assertThat(api.exitOf(api.post(snapshots, "snapname", "s1")))
        .isEqualTo("snapshot name 's1' already used");
    api.put(VM + "/config", "name", "renamed");
    assertThat(api.get(snapshots).list()).hasSize(2);
    assertThat(api.get(snapshots).row(1))
        .containsEntry("name", "current")
        .containsEntry("parent", "s1");
    assertThat(api.get(VM + "/config", "snapshot", "s1").object())
        .containsEntry("name", "web")
        .containsEntry("description", "first");
    assertThat(api.exitOf(api.post(snapshots + "/s1/rollback"))).isEqualTo("OK");
    assertThat(api.get(VM + "/config").object()).containsEntry("name", "web");
    assertThat(pve.guest(100).isRunning()).isFalse();
    assertThat(api.exitOf(api.delete(snapshots + "/s1"))).isEqualTo("OK");
    assertThat(api.exitOf(api.delete(snapshots + "/s1"))).isEqualTo("snapshot 's1' does not exist");
    assertThat(api.get(VM + "/config").object()).doesNotContainKey("parent");
  }

  @Test
  void aRawDiskInADirectoryHasNoSnapshots() {
    pve.guest(101).set("scsi0", "vms:101/vm-101-disk-0.raw,size=1G");
    assertThat(api.exitOf(api.post("/nodes/pve2/qemu/101/snapshot", "snapname", "s1")))
        .isEqualTo("snapshot feature is not available");
  }
}
