package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The definitions of storages, and the names and formats of volumes. */
class StorageDefinitionTest extends SimulatorTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.operations().build()).resetBeforeEach();

  @Test
  void aTypeRefusesTheOptionsOfOthers() {
    assertThat(create("type", "dir", "path", "/srv/x", "vgname", "vg0").reason())
        .isEqualTo("unexpected property 'vgname'");
    assertThat(create("type", "lvmthin", "vgname", "vg0").reason())
        .isEqualTo("missing value for required option 'thinpool'");
    assertThat(create("type", "dir", "path", "/srv/a+b").reason())
        .isEqualTo("illegal path for directory storage: /srv/a+b");
    assertThat(create("type", "esxi", "server", "192.0.2.7", "username", "u").reason())
        .isEqualTo("create storage failed: missing password");
    assertThat(api.get("/storage/new").reason()).isEqualTo("storage 'new' does not exist");
  }

  @Test
  void fixedAndRequiredOptionsStay() {
    create("type", "dir", "path", "/srv/x/", "content", "iso", "snapshot-as-volume-chain", "1");
    assertThat(api.get("/storage/new").object()).containsEntry("path", "/srv/x");
    assertThat(change("snapshot-as-volume-chain", "0").reason())
        .isEqualTo(
            "update storage failed: can't change value of fixed parameter"
                + " 'snapshot-as-volume-chain'");
    assertThat(change("delete", "path").reason())
        .isEqualTo("update storage failed: unable to delete required option 'path'");
    assertThat(change("delete", "snapshot-as-volume-chain").reason())
        .isEqualTo(
            "update storage failed: unable to delete fixed option 'snapshot-as-volume-chain'");
    assertThat(change("delete", "vgname").reason())
        .isEqualTo("update storage failed: no such option 'vgname'");
    assertThat(change("nodes", "pve1", "delete", "nodes").reason())
        .isEqualTo(
            "update storage failed: cannot set and delete property 'nodes' at the same time!");
  }

  @Test
  @Tag("R09")
  void contentThatAStorageCannotHoldIsRefusedOrDropped() {
    assertThat(create("type", "dir", "path", "/srv/x", "content", "kitty").errors())
        .containsOnlyKeys("content");
    assertThat(create("type", "zfspool", "pool", "tank", "content", "iso").reason())
        .isEqualTo("storage does not support content type 'none'");
    create("type", "zfspool", "pool", "tank", "content", "iso,images");
    assertThat(api.get("/storage/new").object())
        .containsEntry("content", "images")
        .containsEntry("mountpoint", "/tank");
  }

  @Test
  void theKeyOfABackupServerIsReturnedOnce() {
    ApiProbe.Response made =
        create("type", "pbs", "server", "192.0.2.8", "datastore", "d", "encryption-key", "autogen");
    assertThat(made.object()).containsKey("config");
    assertThat(made.body()).contains("fingerprint");
    assertThat(api.get("/storage/new").object()).containsEntry("shared", 1L);
    assertThat(api.get("/storage/new").body()).doesNotContain("kdf");
  }

  @Test
  @Tag("R09")
  void theNameOfAVolumeFitsItsStorage() {
    assertThat(allocate("nas", "vm-100-disk-5.raw", "qcow2").errors())
        .containsEntry("format", "different storage formats (qcow2 != raw)");
    assertThat(allocate("nas", "disk", "qcow2").reason())
        .isEqualTo("unable to parse volume filename 'disk'");
    assertThat(allocate("local-lvm", "vm-101-disk-5", "raw").reason())
        .isEqualTo("illegal name 'vm-101-disk-5' - should be 'vm-100-*'");
    assertThat(allocate("local-lvm", "vm-100-disk-5", "raw").text())
        .isEqualTo("local-lvm:vm-100-disk-5");
  }

  @Test
  void theNextNumberOfADiskDependsOnTheType() {
    create("type", "dir", "path", "/srv/x", "content", "images");
    for (String storage : List.of("new", "nas")) {
      allocate(storage, "vm-101-disk-0.qcow2", "qcow2", "101");
      api.put("/nodes/pve1/qemu/101/config", "scsi5", storage + ":1");
      assertThat(String.valueOf(api.get("/nodes/pve1/qemu/101/config").object().get("scsi5")))
          .startsWith(
              storage.equals("new") ? "new:101/vm-101-disk-1.raw" : "nas:101/vm-101-disk-0.raw");
    }
  }

  @Test
  void formatsAreListedOnRequest() {
    assertThat(
            api.get("/nodes/pve1/storage", "storage", "local-lvm", "format", "1")
                .row(0)
                .get("formats"))
        .isEqualTo(Map.of("default", "raw", "supported", List.of("raw")));
  }

  @Test
  void aDownloadedTemplateHasTheFormatOfItsName() {
    ApiProbe.Response task =
        api.post(
            "/nodes/pve1/storage/local/download-url",
            "content",
            "vztmpl",
            "filename",
            "alpine.tar.zst",
            "url",
            "https://example.invalid/a.tar.zst");
    assertThat(task.text()).contains(":download:alpine.tar.zst:");
    assertThat(api.get("/nodes/pve1/storage/local/content", "content", "vztmpl").list())
        .anySatisfy(
            row ->
                assertThat(row.toString())
                    .contains("format=tzst")
                    .contains("local:vztmpl/alpine.tar.zst"));
  }

  private ApiProbe.Response create(String... parameters) {
    return api.call("POST", "/storage", ApiProbe.form(parameters) + "&storage=new");
  }

  private ApiProbe.Response change(String... parameters) {
    return api.put("/storage/new", parameters);
  }

  private ApiProbe.Response allocate(String storage, String filename, String format) {
    return allocate(storage, filename, format, "100");
  }

  private ApiProbe.Response allocate(String storage, String filename, String format, String vmid) {
    return api.post(
        "/nodes/pve1/storage/" + storage + "/content",
        "filename",
        filename,
        "vmid",
        vmid,
        "size",
        "1G",
        "format",
        format);
  }
}
