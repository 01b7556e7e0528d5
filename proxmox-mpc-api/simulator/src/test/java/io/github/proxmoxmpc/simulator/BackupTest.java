package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backups: making, reading, restoring, protecting and pruning them. */
class BackupTest extends SimulatorTest {
  private static final String VM = "local:backup/vzdump-qemu-101-2026_11_22-02_21_33.vma.zst";
  private static final String CONTAINER = "local:backup/vzdump-lxc-201-2026_11_22-02_21_41.tar.zst";
  private static final String CONTENT = "/nodes/pve1/storage/local/content/";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              TestEstates.operations()
                  .volume("local:backup/vzdump-qemu-101-2026_11_21-02_00_00.vma.zst", 1000)
                  .volume("local:backup/vzdump-qemu-101-2026_11_21-01_00_00.vma.zst", 1000)
                  .volume("local:backup/vzdump-qemu-101-old.vma.zst", 1000)
                  .token(
                      "op@pve!t",
                      "secret",
                      Map.of("/storage/local", Set.of("Datastore.AllocateSpace")))
                  .build())
          .resetBeforeEach();

  @Test
  void aBackupHasTheConfigurationOfItsTime() {
    ApiProbe.Response task =
        api.post(
            "/nodes/pve1/vzdump",
            "vmid",
            "100",
            "storage",
            "nas",
            "compress",
            "zstd",
            "notes-template",
            "{{guestname}} on {{node}}\\nsecond",
            "protected",
            "1");
    assertThat(task.text()).contains(":vzdump:100:");
    assertThat(api.exitOf(task)).isEqualTo("OK");
    api.put("/nodes/pve1/qemu/100/config", "name", "later");
    Map<String, Object> row =
        Map.copyOf(
            JsonCodec.object(
                api.get("/nodes/pve1/storage/nas/content", "content", "backup").list().get(0)));
    assertThat(row)
        .containsEntry("format", "vma.zst")
        .containsEntry("subtype", "qemu")
        .containsEntry("notes", "web on pve1")
        .containsEntry("protected", 1L);
    assertThat(
            api.get("/nodes/pve1/vzdump/extractconfig", "volume", String.valueOf(row.get("volid")))
                .text())
        .contains("name: web\n")
        .endsWith("#qmdump#map:scsi0:drive-scsi0:nas:qcow2:\n");
    assertThat(api.exitOf(api.delete("/nodes/pve1/storage/nas/content/" + row.get("volid"))))
        .startsWith("cannot remove protected volume 'backup/vzdump-qemu-100-");
  }

  @Test
  void thereIsNoTaskWithoutAGuest() {
    assertThat(api.post("/nodes/pve2/vzdump", "vmid", "100").data()).isEqualTo("OK");
    assertThat(api.post("/nodes/pve1/vzdump").errors())
        .containsEntry("vmid", "property is missing");
    assertThat(api.post("/nodes/pve1/vzdump", "vmid", "100", "all", "1").errors())
        .containsEntry("all", "option conflicts with option 'vmid'");
    assertThat(api.exitOf(api.post("/nodes/pve1/vzdump", "vmid", "999"))).isEqualTo("job errors");
    assertThat(api.exitOf(api.post("/nodes/pve1/vzdump", "vmid", "100", "storage", "local-lvm")))
        .isEqualTo(
            "could not get storage information for 'local-lvm': can't use storage 'local-lvm' for"
                + " backups - wrong content type");
  }

  @Test
  void aBackupOfAnotherGuestNeedsPrivileges() {
    ApiProbe operator = ApiProbe.withToken(pve, "op@pve!t=secret");
    assertThat(operator.get("/nodes/pve1/vzdump/extractconfig", "volume", VM).reason())
        .isEqualTo("Permission check failed (/vms/101, VM.Backup)");
    assertThat(operator.post("/nodes/pve1/vzdump", "vmid", "101", "bwlimit", "5").reason())
        .isEqualTo("Permission check failed (/, Sys.Modify)");
    assertThat(operator.get("/nodes/pve1/storage/local/content", "content", "backup").list())
        .isEmpty();
  }

  @Test
  void rulesDecideWhichBackupsArePruned() {
    api.put(CONTENT + VM, "protected", "1");
    ApiProbe.Response preview =
        api.get(
            "/nodes/pve1/storage/local/prunebackups",
            "prune-backups",
            "keep-daily=1",
            "type",
            "qemu");
    assertThat(preview.list().stream().map(row -> ((Map<?, ?>) row).get("mark")).toList())
        .isEqualTo(List.of("remove", "keep", "protected", "renamed"));
    assertThat(api.get("/nodes/pve1/storage/local/prunebackups").reason())
        .isEqualTo("no prune-backups options configured for storage 'local'");
    api.delete(
        "/nodes/pve1/storage/local/prunebackups", "prune-backups", "keep-last=1", "vmid", "101");
    assertThat(api.get("/nodes/pve1/storage/local/content", "vmid", "101").list()).hasSize(3);
  }

  @Test
  void aVmIsRestoredWithNewVolumes() {
    ApiProbe.Response task =
        api.post(
            "/nodes/pve1/qemu",
            "vmid",
            "300",
            "archive",
            VM,
            "storage",
            "nas",
            "unique",
            "1",
            "name",
            "copy");
    assertThat(task.text()).contains(":qmrestore:300:");
    assertThat(api.exitOf(task)).isEqualTo("OK");
    assertThat(api.get("/nodes/pve1/qemu/300/config").object())
        .containsEntry("name", "copy")
        .containsEntry("memory", "1024")
        .containsEntry("scsi0", "nas:300/vm-300-disk-0.raw,size=16G")
        .satisfies(
            config -> assertThat(String.valueOf(config.get("net0"))).doesNotContain("00:00:02"));
    assertThat(api.post("/nodes/pve1/qemu", "vmid", "300", "archive", VM).reason())
        .isEqualTo("unable to restore VM 300 - VM 300 already exists on node 'pve1'");
    assertThat(
            api.post("/nodes/pve1/qemu", "vmid", "301", "archive", VM, "scsi0", "nas:1").errors())
        .containsEntry("scsi0", "option conflicts with option 'archive'");
    assertThat(
            api.post("/nodes/pve1/qemu", "vmid", "301", "archive", "local:iso/tiny.iso").reason())
        .isEqualTo("unable to use volume local:iso/tiny.iso - content type needs to be 'backup'");
  }

  @Test
  void aGuestIsReplacedOnlyByForce() {
    api.put("/nodes/pve1/qemu/101/config", "scsi1", "local-lvm:1", "name", "changed");
    api.put("/nodes/pve1/qemu/101/config", "protection", "1");
    assertThat(api.exitOf(api.post("/nodes/pve1/qemu", "vmid", "101", "archive", VM, "force", "1")))
        .isEqualTo("unable to restore VM 101 - - protection mode enabled");
    api.put("/nodes/pve1/qemu/101/config", "protection", "0");
    assertThat(api.exitOf(api.post("/nodes/pve1/qemu", "vmid", "101", "archive", VM, "force", "1")))
        .isEqualTo("OK");
    assertThat(api.get("/nodes/pve1/qemu/101/config").object())
        .containsEntry("name", "db")
        .containsEntry("unused0", "local-lvm:vm-101-disk-1")
        .doesNotContainKey("scsi1");
  }

  @Test
  void aContainerIsRestored() {
    assertThat(restore("200").reason()).isEqualTo("CT 200 already exists on node 'pve1'");
    assertThat(restore("200", "force", "1").reason())
        .isEqualTo("can't overwrite running container");
    assertThat(restore("300", "storage", "local").errors())
        .containsEntry("storage", "storage 'local' does not support container directories");
    ApiProbe.Response task = restore("300", "storage", "local-lvm", "hostname", "new");
    assertThat(task.text()).contains(":vzrestore:300:");
    assertThat(api.exitOf(task)).isEqualTo("OK");
    assertThat(api.get("/nodes/pve1/lxc/300/config").object())
        .containsEntry("hostname", "new")
        .containsEntry("swap", 0L)
        .containsEntry("rootfs", "local-lvm:vm-300-disk-0,size=4G");
  }

  private ApiProbe.Response restore(String vmid, String... parameters) {
    String form = ApiProbe.form("vmid", vmid, "restore", "1", "ostemplate", CONTAINER);
    return api.call(
        "POST",
        "/nodes/pve1/lxc",
        parameters.length == 0 ? form : form + "&" + ApiProbe.form(parameters));
  }
}
