package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigChangeTest extends SimulatorTest {
  private static final String RUNNING = "/nodes/pve1/qemu/100";
  private static final String STOPPED = "/nodes/pve2/qemu/101";
  private static final String CT = "/nodes/pve1/lxc/200";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.small().build()).resetBeforeEach();

  @Test
  void aStoppedVmTakesAChangeAtOnce() {
    String before = String.valueOf(api.get(STOPPED + "/config").object().get("digest"));
    assertThat(api.put(STOPPED + "/config", "cores", "4", "digest", before).status())
        .isEqualTo(200);
    assertThat(api.get(STOPPED + "/config").object())
        .containsEntry("cores", 4L)
        .doesNotContainEntry("digest", before);
    assertThat(api.put(STOPPED + "/config", "cores", "1", "digest", before).reason())
        .isEqualTo("checksum mismatch (file change by other user?)");
  }

  @Test
  void aRunningVmKeepsSomeChangesForItsNextStart() {
    api.put(
        RUNNING + "/config", "cores", "1", "memory", "512", "name", "renamed", "delete", "boot");
    assertThat(api.get(RUNNING + "/config").object())
        .containsEntry("cores", 1L)
        .containsEntry("name", "renamed")
        .doesNotContainKey("boot");
    assertThat(api.get(RUNNING + "/config", "current", "1").object())
        .containsEntry("cores", 2L)
        .containsEntry("name", "renamed")
        .containsEntry("boot", "order=scsi0");
    assertThat(api.get(RUNNING + "/pending").list())
        .contains(
            Map.of("key", "cores", "value", 2L, "pending", 1L),
            Map.of("key", "memory", "value", "2048", "pending", "512"),
            Map.of("key", "boot", "value", "order=scsi0", "delete", 1L));
    api.post(RUNNING + "/status/reboot");
    assertThat(pve.guest(100).config())
        .containsEntry("cores", "1")
        .containsEntry("memory", "512")
        .doesNotContainKey("boot");
  }

  @Test
  void aPendingChangeIsReverted() {
    api.put(RUNNING + "/config", "cores", "1", "memory", "512");
    api.put(RUNNING + "/config", "revert", "cores,memory");
    assertThat(pve.guest(100).configurationFile()).doesNotContain("[PENDING]");
  }

  @Test
  void aRunningContainerKeepsItsFeaturesForItsNextStart() {
    pve.guest(200).start();
    api.put(CT + "/config", "features", "nesting=1", "memory", "300");
    assertThat(pve.guest(200).config())
        .containsEntry("memory", "300")
        .doesNotContainKey("features");
    assertThat(pve.guest(200).configurationFile()).contains("[pve:pending]\nfeatures: nesting=1\n");
  }

  @Test
  void aDetachedDiskStaysAsUnused() {
    api.put(STOPPED + "/config", "delete", "scsi0");
    assertThat(pve.guest(101).config())
        .doesNotContainKey("scsi0")
        .containsEntry("unused0", "thin:vm-101-disk-0");
    assertThat(api.get("/nodes/pve2/storage/thin/content").body()).contains("thin:vm-101-disk-0");
  }

  @Test
  void aReattachedVolumeIsNoLongerUnused() {
    api.put(STOPPED + "/config", "delete", "scsi0", "virtio3", "thin:vm-101-disk-0");
    assertThat(pve.guest(101).config())
        .containsKey("virtio3")
        .doesNotContainKeys("scsi0", "unused0");
  }

  @Test
  void aPercentSignInADescriptionIsDecodedOnce() {
    api.put(STOPPED + "/config", "description", "100%25 of %20");
    assertThat(api.get(STOPPED + "/config").object()).containsEntry("description", "100%25 of %20");
  }

  @Test
  void aNewDiskGetsTheNextFreeNumber() {
    api.put(STOPPED + "/config", "scsi1", "thin:2");
    assertThat(pve.guest(101).config()).containsEntry("scsi1", "thin:vm-101-disk-1,size=2G");
  }

  @Test
  void aPostOfTheConfigurationReturnsATask() {
    ApiProbe.Response response = api.post(STOPPED + "/config", "memory", "300");
    assertThat(response.text()).contains(":qmconfig:101:");
    assertThat(api.get("/nodes/pve2/tasks/" + response.text() + "/log").row(0))
        .containsEntry("t", "update VM 101: -memory 300");
    assertThat(pve.guest(101).config()).containsEntry("memory", "300");
  }

  @Test
  void anUpdateWithoutChangesIsRefused() {
    assertThat(api.put(STOPPED + "/config").reason()).isEqualTo("no options specified");
  }

  @Test
  void aTokenOfRootIsNotRoot() {
    assertThat(api.put(STOPPED + "/config", "args", "-device x").reason())
        .isEqualTo("only root can set 'args' config");
    assertThat(api.put(CT + "/config", "features", "nesting=1,keyctl=1").status()).isEqualTo(403);
    assertThat(api.put(CT + "/config", "features", "nesting=1", "arch", "amd64").status())
        .isEqualTo(200);
  }

  @Test
  void aCloudInitPasswordIsMasked() {
    api.put(STOPPED + "/config", "cipassword", "secret12");
    assertThat(api.get(STOPPED + "/config").object()).containsEntry("cipassword", "**********");
    assertThat(api.get(STOPPED + "/pending").body()).doesNotContain("secret12");
    assertThat(pve.writes().toString()).doesNotContain("secret12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two\n\nparagraphs",
        "umlauts äöü 漢字 🚀",
        "\"quotes\" 'and' ${dollar} %{percent} \\ backslash",
        "colon: here",
        "# a heading",
        "[PENDING]",
        "a=b;c&d+e"
      })
  void aDescriptionComesBackAsItWasSent(String description) {
    api.put(STOPPED + "/config", "description", description);
    assertThat(api.get(STOPPED + "/config").object()).containsEntry("description", description);
    api.put(CT + "/config", "description", description);
    assertThat(api.get(CT + "/config").object()).containsEntry("description", description + "\n");
  }

  @Test
  void changesByAnEditorShowInTheApi() {
    pve.guest(100).set("cores", "3").unset("name");
    assertThat(api.get(RUNNING + "/config").object())
        .containsEntry("cores", 3L)
        .doesNotContainKey("name");
    assertThat(pve.writes()).isEmpty();
  }
}
