package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.TerraformTest.container;
import static io.github.proxmoxmpc.iac.terraform.TerraformTest.content;
import static io.github.proxmoxmpc.iac.terraform.TerraformTest.generate;
import static io.github.proxmoxmpc.iac.terraform.TerraformTest.vm;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.GeneratedFiles;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning.Kind;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestWarningsTest {
  private static final String NIC = "virtio=BC:24:11:00:00:01,bridge=vmbr1";

  @ParameterizedTest(name = "{0}")
  @Tag("R01")
  @CsvSource(
      delimiter = '|',
      value = {
        "net0 net2 | renumber net2 to net1 before you change this VM: the provider adds a NIC net1"
            + " on vmbr0 at the next change, and the plan does not show it",
        "net1 | renumber net1 to net0 before you change this VM: the provider adds a NIC net0 on"
            + " vmbr0 at the next change, and the plan does not show it",
        "net0 net3 net5 | renumber net3 to net1 and net5 to net2 before you change this VM: the"
            + " provider adds NICs net1, net2 and net4 on vmbr0 at the next change, and the plan"
            + " does not show it",
      })
  void aGapBetweenTheNicsOfAVmIsWarnedAbout(String keys, String warning) {
    assertGapWarning(vm(guestWith(keys, NIC)), "vms.tf", warning);
  }

  @ParameterizedTest(name = "{0}")
  @Tag("R01")
  @CsvSource(
      delimiter = '|',
      value = {
        "usb1 usb3 | spice | renumber usb1 to usb0 and usb3 to usb1 before you change a usb block:"
            + " the provider numbers the blocks without gaps, so it writes usb1 as usb0 and usb3 as"
            + " usb1 and deletes usb3, and the plan does not show it",
        "virtiofs2 | share | renumber virtiofs2 to virtiofs0 before you change a virtiofs block: the"
            + " provider numbers the blocks without gaps, so it writes virtiofs2 as virtiofs0 and"
            + " deletes virtiofs2, and the plan does not show it",
      })
  void aGapBetweenOtherDevicesOfAVmIsWarnedAbout(String keys, String value, String warning) {
    assertGapWarning(vm(guestWith(keys, value)), "vms.tf", warning);
  }

  @ParameterizedTest(name = "{0}")
  @Tag("R02")
  @CsvSource(
      delimiter = '|',
      value = {
        "mp3 | local:8/v.raw,mp=/d | renumber mp3 to mp0 before you change a mount_point block: the"
            + " provider numbers the blocks without gaps, so it writes mp3 as mp0 and keeps mp3 as a"
            + " second mount of the same volume, and the plan does not show it",
        "mp0 mp2 mp4 | local:8/v.raw,mp=/d | renumber mp2 to mp1 and mp4 to mp2 before you change a"
            + " mount_point block: the provider numbers the blocks without gaps, so it writes mp2 as"
            + " mp1 and mp4 as mp2 and keeps mp4 as a second mount of the same volume, and the plan"
            + " does not show it",
        "dev2 | /dev/ttyS0 | renumber dev2 to dev0 before you change a device_passthrough block: the"
            + " provider numbers the blocks without gaps, so it writes dev2 as dev0 and keeps dev2"
            + " as a second entry of the same device, and the plan does not show it",
        "net0 net2 | name=eth0 | renumber net2 to net1 before you change a network_interface or"
            + " ip_config block: the provider numbers the blocks without gaps, so it writes net2 as"
            + " net1 and deletes net2, and the plan does not show it",
      })
  void aGapBetweenDevicesOfAContainerIsWarnedAbout(String keys, String value, String warning) {
    assertGapWarning(container(guestWith(keys, value)), "containers.tf", warning);
  }

  @ParameterizedTest
  @Tag("R01")
  @ValueSource(
      strings = {"net0 net1", "usb0 usb1", "virtiofs0", "serial1", "hostpci1", "ipconfig1", "usb5"})
  void aVmWhoseNumbersTheProviderKeepsHasNoWarning(String keys) {
    assertThat(generate(vm(guestWith(keys, NIC))).coverage().warnings()).isEmpty();
  }

  @ParameterizedTest
  @Tag("R02")
  @ValueSource(strings = {"net0 net1", "mp0 mp1", "dev0", "unused3"})
  void aContainerWithoutAGapHasNoWarning(String keys) {
    assertThat(generate(container(guestWith(keys, "name=a,mp=/b"))).coverage().warnings())
        .isEmpty();
  }

  @ParameterizedTest
  @Tag("S01")
  @EnumSource(names = {"SILENT", "NOT_ASKED", "NO_ADDRESS", "UNREADABLE"})
  void aRunningVmThatMayStallThePlanIsWarnedAbout(AgentState agent) {
    GeneratedFiles files = generate(vm(Map.of("agent", "1"), PowerState.RUNNING, agent));
    CoverageWarning warning = files.coverage().warnings().get(0);
    assertThat(files.coverage().warnings()).hasSize(1);
    assertThat(warning.kind()).isEqualTo(Kind.STALL);
    assertThat(warning.text())
        .contains("15 minutes")
        .contains(
            switch (agent) {
              case NO_ADDRESS -> "reports no global unicast address";
              case UNREADABLE -> "counter above 2^63-1";
              case SILENT -> "did not answer";
              default -> "did not ask";
            });
    assertThat(content(files, "vms.tf")).contains("# Warning: " + warning.text() + ".");
  }

  @Test
  @Tag("S01")
  void aVmWhoseAgentAnswersHasNoWarning() {
    assertThat(
            generate(vm(Map.of("agent", "1"), PowerState.RUNNING, AgentState.ANSWERS))
                .coverage()
                .warnings())
        .isEmpty();
  }

  private static Map<String, String> guestWith(String keys, String value) {
    Map<String, String> config = new HashMap<>();
    for (String key : List.of(keys.split(" "))) {
      config.put(key, value);
    }
    return config;
  }

  private static void assertGapWarning(Infrastructure guest, String file, String warning) {
    GeneratedFiles files = generate(guest);
    assertThat(files.coverage().warnings())
        .filteredOn(each -> each.kind() == Kind.NUMBER_GAP)
        .extracting(CoverageWarning::text)
        .containsExactly(warning);
    assertThat(content(files, file)).contains("# Warning: " + warning + ".\nresource ");
    assertThat(content(files, "coverage.md")).contains("NUMBER");
  }
}
