package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateTest {
  @TempDir Path directory;

  private void write(String file, String content) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  @Test
  void anEstateIsReadFromTheServersFiles() throws IOException {
    write("nodes/a/qemu-server/100.conf", "name: web\nscsi0: fast:vm-100-disk-0,size=1G\n");
    write("nodes/b/lxc/200.conf", "hostname: ct\nrootfs: fast:vm-200-disk-0,size=1G\n");
    write(
        "storage.cfg",
        """
        dir: local
        \tpath /var/lib/vz
        \tcontent iso,backup

        lvmthin: fast
        \tthinpool data
        \tvgname pve
        \tdisable
        """);
    write("user.cfg", "user:root@pam:1:0:::::\npool:prod:with %3A colon:100,200:local:\n");
    write("running", "# guests\n100 192.0.2.5/24\n");
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(Estate.load(directory))) {
      ApiProbe api = ApiProbe.of(pve);
      assertThat(pve.vmids()).containsExactly(100, 200);
      assertThat(pve.guest(100).isRunning()).isTrue();
      assertThat(pve.guest(200).node()).isEqualTo("b");
      assertThat(api.get("/storage/fast").object())
          .containsEntry("type", "lvmthin")
          .containsEntry("disable", 1L);
      assertThat(api.get("/pools/prod").object()).containsEntry("comment", "with : colon");
      assertThat(api.get("/pools/prod").body()).contains("qemu/100", "lxc/200", "storage/a/local");
    }
  }

  @Test
  void aMapIsWrittenAsTheServerWritesIt() {
    Estate estate =
        Estate.builder()
            .node("pve")
            .vm("pve", 100, Map.of("name", "web", "cores", "2", "description", "a: b\nc"))
            .build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
      assertThat(pve.guest(100).configurationFile())
          .isEqualTo("#a%3A b\n#c\ncores: 2\nname: web\n");
    }
  }

  @Test
  void simulatorsOfOneEstateDoNotShareTheirState() {
    Estate estate = TestEstates.small().build();
    try (ProxmoxSimulator one = ProxmoxSimulator.start(estate);
        ProxmoxSimulator other = ProxmoxSimulator.start(estate)) {
      one.guest(100).set("name", "changed").stop();
      assertThat(other.guest(100).config()).containsEntry("name", "web");
      assertThat(other.guest(100).isRunning()).isTrue();
    }
  }

  @Test
  void anInconsistentEstateIsRefused() {
    assertThatThrownBy(() -> Estate.builder().node("a").vm("b", 100, "name: x\n").build())
        .hasMessage("Guest 100 is on node 'b', but the estate has no such node");
    assertThatThrownBy(() -> Estate.builder().pool("p", "100").build())
        .hasMessage("Pool 'p' has the member '100', but the estate has no such guest or storage");
    assertThatThrownBy(() -> Estate.builder().running(7))
        .hasMessage("The estate has no guest 7: add it first");
    assertThatThrownBy(() -> Estate.builder().volume("local:iso/a.iso", 1))
        .hasMessage("The estate has no storage 'local': add it first");
  }

  @Test
  void writeRequestsOfAnEstateConfigureTheCluster() {
    Estate estate =
        Estate.builder()
            .node("pve1")
            .write("POST /pools", Map.of("poolid", "prod", "comment", "by request"))
            .build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate.newBuilder().build())) {
      assertThat(ApiProbe.of(pve).get("/pools/prod").object())
          .containsEntry("comment", "by request");
      assertThat(pve.writes()).isEmpty();
    }
  }

  @Test
  void anEstateWhoseRequestIsRefusedIsNamedWithTheCause() {
    Estate unknown = Estate.builder().write("POST /pools", Map.of("poolid", "a b")).build();
    assertThatThrownBy(() -> ProxmoxSimulator.start(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'POST /pools' was refused")
        .hasMessageContaining("invalid characters");
    assertThatThrownBy(() -> Estate.builder().write("GET /pools", Map.of()))
        .hasMessageContaining("expected POST, PUT or DELETE");
  }

  @Test
  void dataOfAnEstateIsTheResultOfReadingItsPath() {
    Estate estate =
        Estate.builder()
            .node("pve1")
            .node("pve2")
            .data("/nodes/pve1/disks/list", "[{\"devpath\":\"/dev/sda\",\"size\":12345678901}]")
            .build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
      ApiProbe api = ApiProbe.of(pve);
      assertThat(api.get("/nodes/pve1/disks/list").row(0)).containsEntry("size", 12345678901L);
      assertThat(api.get("/nodes/pve1/disks/list", "kitty", "1").status()).isEqualTo(400);
      pve.setData("/nodes/pve1/disks/list", "[]");
      assertThat(api.get("/nodes/pve1/disks/list").list()).isEmpty();
      assertThat(api.get("/nodes/pve2/disks/list").body()).doesNotContain("12345678901");
    }
    assertThatThrownBy(() -> Estate.builder().data("/version", "{"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
