package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PoolAndStorageTest extends SimulatorTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.small().build()).resetBeforeEach();

  @Test
  void aNestedPoolIsReadByParameter() {
    assertThat(api.get("/pools").list())
        .containsExactly(
            Map.of("poolid", "prod", "comment", "production"), Map.of("poolid", "prod/web"));
    ApiProbe.Response nested = api.get("/pools", "poolid", "prod/web");
    assertThat(nested.row(0)).containsEntry("poolid", "prod/web");
    assertThat(nested.body()).contains("\"id\":\"lxc/200\"");
  }

  @Test
  void aPoolShowsItsMembersByType() {
    assertThat(api.get("/pools", "poolid", "prod").body()).contains("qemu/100", "storage/pve1/vms");
    assertThat(api.get("/pools", "poolid", "prod", "type", "qemu").body())
        .contains("qemu/100")
        .doesNotContain("storage/pve1/vms");
  }

  @Test
  void poolsAreCreatedFilledAndEmptied() {
    assertThat(api.post("/pools", "poolid", "prod").reason())
        .isEqualTo("create pool failed: pool 'prod' already exists");
    assertThat(api.post("/pools", "poolid", "no/child").reason())
        .isEqualTo("create pool failed: parent 'no' of pool 'no/child' does not exist");
    api.post("/pools", "poolid", "new", "comment", "c");
    api.put("/pools", "poolid", "new", "storage", "local", "vms", "101");
    assertThat(api.put("/pools", "poolid", "new", "vms", "100").reason())
        .isEqualTo(
            "update pools failed: VM 100 belongs already to pool 'prod' and 'allow-move' is not"
                + " set");
    api.put("/pools", "poolid", "new", "vms", "101", "delete", "1");
    assertThat(api.delete("/pools/new").reason())
        .isEqualTo("delete pool failed: pool 'new' is not empty (contains storage 'local')");
    api.put("/pools/new", "storage", "local", "delete", "1");
    assertThat(api.delete("/pools/new").status()).isEqualTo(200);
  }

  @Test
  void aStorageIsDefinedChangedAndRemoved() {
    assertThat(
            api.post("/storage", "storage", "nas", "type", "nfs", "server", "192.0.2.9").reason())
        .isEqualTo("missing value for required option 'export'");
    assertThat(
            api.post(
                    "/storage",
                    "storage",
                    "nas",
                    "type",
                    "nfs",
                    "server",
                    "192.0.2.9",
                    "export",
                    "/e",
                    "content",
                    "iso")
                .object())
        .isEqualTo(Map.of("storage", "nas", "type", "nfs"));
    assertThat(api.get("/storage/nas").object())
        .containsEntry("path", "/mnt/pve/nas")
        .containsEntry("export", "/e");
    api.put("/storage/nas", "disable", "1");
    assertThat(api.get("/storage/nas").object()).containsEntry("disable", 1L);
    assertThat(api.get("/nodes/pve1/storage/nas/content").reason())
        .isEqualTo("storage 'nas' is disabled");
    api.put("/storage/nas", "delete", "disable");
    assertThat(api.get("/storage/nas").object()).doesNotContainKey("disable");
    assertThat(api.delete("/storage/nas").status()).isEqualTo(200);
    assertThat(api.get("/storage/nas").reason()).isEqualTo("storage 'nas' does not exist");
  }

  @Test
  void responsesNeverContainTheStoragePassword() {
    api.post(
        "/storage",
        "storage",
        "smb",
        "type",
        "cifs",
        "server",
        "192.0.2.9",
        "share",
        "s",
        "password",
        "secret12");
    assertThat(api.get("/storage/smb").body()).doesNotContain("secret12");
    assertThat(pve.writes().toString()).doesNotContain("secret12");
  }

  @Test
  void volumesThatGuestsUseExist() {
    assertThat(api.get("/nodes/pve1/storage/vms/content").row(0))
        .containsEntry("volid", "vms:100/vm-100-disk-0.qcow2")
        .containsEntry("format", "qcow2")
        .containsEntry("vmid", 100L)
        .containsEntry("size", 8L * 1024 * 1024 * 1024);
    assertThat(api.get("/nodes/pve1/storage/local/content", "content", "iso").list()).hasSize(1);
    assertThat(api.get("/nodes/pve1/storage/thin/content", "vmid", "200").list()).hasSize(1);
  }

  @Test
  void aVolumeOnABlockDeviceIsRaw() {
    assertThat(api.get("/nodes/pve2/storage/thin/content/vm-101-disk-0").object())
        .containsEntry("format", "raw")
        .containsEntry("path", "/dev/pve/vm-101-disk-0");
    assertThat(api.get("/nodes/pve2/storage/thin/content/thin:vm-101-disk-0").object())
        .containsEntry("format", "raw");
  }

  @Test
  void aVolumeNameMayContainSlashes() {
    assertThat(api.get("/nodes/pve1/storage/vms/content/vms:100%2Fvm-100-disk-0.qcow2").object())
        .containsEntry("format", "qcow2")
        .containsEntry("path", "/srv/vms/images/100/vm-100-disk-0.qcow2");
    assertThat(api.get("/nodes/pve1/storage/vms/content/vms:100%2Fno.raw").reason())
        .isEqualTo("volume_size_info on 'vms:100/no.raw' failed - no format");
  }

  @Test
  void operationsOnAnUnreachableStorageFail() {
    pve.setReachable("thin", false);
    assertThat(api.get("/nodes/pve1/storage/thin/content/vm-200-disk-0").status()).isEqualTo(500);
    assertThat(api.get("/nodes/pve1/storage/thin/status").object())
        .containsEntry("active", 0L)
        .containsEntry("enabled", 1L);
    pve.setReachable("thin", true);
    assertThat(api.get("/nodes/pve1/storage/thin/content/vm-200-disk-0").status()).isEqualTo(200);
  }

  @Test
  void aStorageBelongsToItsNodes() {
    assertThat(api.get("/nodes/pve1/storage/only2/content").reason())
        .isEqualTo("storage 'only2' is not available on node 'pve1'");
    assertThat(api.get("/nodes/pve2/storage/only2/content").status()).isEqualTo(200);
    assertThat(api.get("/cluster/resources", "type", "storage").list()).hasSize(7);
  }

  @Test
  void volumesAreAllocatedAndRemoved() {
    ApiProbe.Response made =
        api.post(
            "/nodes/pve1/storage/vms/content",
            "vmid",
            "100",
            "filename",
            "vm-100-disk-9.qcow2",
            "size",
            "64M",
            "format",
            "qcow2");
    assertThat(made.text()).isEqualTo("vms:100/vm-100-disk-9.qcow2");
    ApiProbe.Response removed =
        api.delete("/nodes/pve1/storage/vms/content/vms:100%2Fvm-100-disk-9.qcow2");
    assertThat(removed.text()).contains(":imgdel:100@vms:");
    assertThat(api.exitOf(removed)).isEqualTo("OK");
    assertThat(api.get("/nodes/pve1/storage/vms/content").list()).hasSize(1);
  }

  @Test
  void theClusterListsAllKinds() {
    List<Object> types =
        api.get("/cluster/resources").list().stream()
            .<Object>map(row -> ((Map<?, ?>) row).get("type"))
            .distinct()
            .toList();
    assertThat(types).containsExactly("pool", "qemu", "lxc", "node", "storage");
    assertThat(api.get("/cluster/status").list()).hasSize(3);
    assertThat(api.get("/nodes").list()).hasSize(2);
  }
}
