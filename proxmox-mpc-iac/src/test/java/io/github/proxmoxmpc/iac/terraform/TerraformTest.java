package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.iac.GeneratedFile;
import io.github.proxmoxmpc.iac.GeneratedFiles;
import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.coverage.CoverageOutcome;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.iac.coverage.GuestCoverage;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TerraformTest {
  private static final NodeName NODE = NodeName.of("pve");

  @Test
  void theSameInfrastructureGivesTheSameFilesToTheByte() {
    List<GuestState> guests = GuestFixture.all().map(GuestFixture::guest).toList();
    GeneratedFiles once = generate(GuestFixture.clusterOf(guests));
    GeneratedFiles again = generate(GuestFixture.clusterOf(guests));
    assertThat(again).isEqualTo(once);
    assertThat(once.files())
        .extracting(GeneratedFile::path)
        .containsExactly(
            "containers.tf",
            "coverage.json",
            "coverage.md",
            "imports.tf",
            "pools.tf",
            "providers.tf",
            "terraform.tfvars.example",
            "variables.tf",
            "versions.tf",
            "vms.tf");
  }

  @Test
  void anEmptyClusterGivesFilesWithoutResources() {
    GeneratedFiles files =
        generate(new Infrastructure(List.of(), List.of(), List.of(), List.of(), List.of()));
    assertThat(content(files, "vms.tf")).isEqualTo("# No virtual machine.\n");
    assertThat(content(files, "containers.tf")).isEqualTo("# No container.\n");
    assertThat(content(files, "pools.tf")).isEqualTo("# No pool.\n");
  }

  @Test
  void everyGuestIsImportedUnderItsNodeAndId() {
    GeneratedFiles files = generate(vm(Map.of()));
    assertThat(content(files, "imports.tf"))
        .contains(
            """
            import {
              to = proxmox_virtual_environment_vm.vm_100
              id = "pve/100"
            }
            """);
  }

  @Test
  void nestedPoolsKeepTheirIdsAndGetUniqueNames() {
    Infrastructure pools =
        new Infrastructure(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new PoolState(PoolId.of("prod"), "Production \"${x}\"", List.of(), List.of()),
                new PoolState(PoolId.of("prod/web"), null, List.of(), List.of()),
                new PoolState(PoolId.of("prod_web"), "", List.of(), List.of()),
                new PoolState(PoolId.of("prod.web"), null, List.of(), List.of()),
                new PoolState(PoolId.of("0-1"), null, List.of(), List.of())));
    GeneratedFiles files = generate(pools);
    String code = content(files, "pools.tf");
    assertThat(code)
        .contains(
            "\"pool_prod\" {\n  pool_id = \"prod\"\n  comment = \"Production \\\"$${x}\\\"\"\n}")
        .contains("  pool_id = \"prod/web\"\n")
        .contains("\"pool_0-1\"");
    assertThat(code.lines().filter(line -> line.startsWith("resource")).distinct()).hasSize(5);
    assertThat(content(files, "imports.tf")).contains("id = \"prod/web\"");
  }

  @Test
  void anUnreadableGuestIsCommentedOutWithReasonAndRemedy() {
    GeneratedFiles files = generate(vm(Map.of("migrate_downtime", "0.5", "cores", "2")));
    assertThat(content(files, "vms.tf"))
        .contains("# - migrate_downtime: the server returns it as a string")
        .contains("qm set 100 --delete migrate_downtime")
        .contains("# resource \"proxmox_virtual_environment_vm\" \"vm_100\" {")
        .doesNotContain("\nresource");
    assertThat(content(files, "imports.tf")).contains("# import {").doesNotContain("\nimport {");
    GuestCoverage coverage = coverageOf(files);
    assertThat(coverage.readable()).isFalse();
    assertThat(coverage.entries())
        .extracting(CoverageEntry::key)
        .contains("cores", "migrate_downtime");
    assertThat(coverage.entries())
        .allMatch(
            entry -> entry.outcome() == CoverageOutcome.NOT_EXPRESSIBLE && !entry.note().isEmpty());
    assertThat(files.coverage().warnings())
        .extracting(CoverageWarning::kind)
        .containsExactly(CoverageWarning.Kind.UNREADABLE);
  }

  @Test
  void everyIgnoredAttributeHasAReasonInTheCode() {
    List<GuestState> guests = GuestFixture.all().map(GuestFixture::guest).toList();
    GeneratedFiles files = generate(GuestFixture.clusterOf(guests));
    for (String file : List.of("vms.tf", "containers.tf")) {
      String[] lines = content(files, file).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (lines[i].endsWith("ignore_changes = [")) {
          assertThat(lines[i + 1].strip().replaceFirst("^# +#", "#")).matches("# .{10,}");
        }
      }
    }
  }

  @Test
  void theCoverageHoldsEveryKeyOfEveryGuest() {
    List<GuestState> guests = GuestFixture.all().map(GuestFixture::guest).toList();
    GeneratedFiles files = generate(GuestFixture.clusterOf(guests));
    assertThat(files.coverage().guests()).hasSize(guests.size());
    for (GuestState guest : guests) {
      GuestCoverage coverage = files.coverage().guest(guest.vmid()).orElseThrow();
      assertThat(coverage.entries())
          .extracting(CoverageEntry::key)
          .as(guest.vmid().toString())
          .containsAll(guest.config().values().keySet());
      assertThat(coverage.entries())
          .filteredOn(
              e ->
                  e.outcome() == CoverageOutcome.NOT_EXPRESSIBLE
                      || e.outcome() == CoverageOutcome.IGNORED)
          .allMatch(entry -> !entry.note().isBlank());
    }
  }

  @Test
  void noFileHoldsTheMaskedPassword() {
    GeneratedFiles files = generate(vm(Map.of("cipassword", "**********", "ciuser", "x")));
    for (GeneratedFile file : files.files()) {
      assertThat(file.content()).doesNotContain("***");
    }
    assertThat(content(files, "vms.tf")).contains("initialization[0].user_account[0].password,");
    assertThat(files.coverage().warnings())
        .extracting(CoverageWarning::kind)
        .containsExactly(CoverageWarning.Kind.SECRET);
  }

  @Test
  void noFileHoldsSecretsFromTheEnvironmentOfAContainer() {
    GeneratedFiles files =
        generate(container(Map.of("env", "DB_PASSWORD=hunter2\0PLAIN=x", "hostname", "c")));
    for (GeneratedFile file : files.files()) {
      assertThat(file.content()).doesNotContain("hunter2");
    }
    assertThat(content(files, "containers.tf")).contains("environment_variables,");
  }

  @Test
  void shiftedAddressesAreWarnedAbout() {
    GeneratedFiles files =
        generate(
            container(
                Map.of(
                    "net0", "name=eth0,bridge=vmbr0", "net1", "name=eth1,bridge=vmbr1,ip=dhcp")));
    assertThat(files.coverage().warnings())
        .extracting(CoverageWarning::text)
        .singleElement()
        .asString()
        .contains("ip_config[0] belongs to net1, which is network_interface[1]");
  }

  @Test
  void theProviderVersionIsPinnedAndTheTokenIsSensitive() {
    GeneratedFiles files = generate(vm(Map.of()));
    assertThat(content(files, "versions.tf")).contains("version = \"0.112.0\"");
    assertThat(content(files, "variables.tf")).contains("sensitive   = true");
  }

  @Test
  void aNodeThatIsDownCommentsItsGuestsOut() {
    Infrastructure up = vm(Map.of());
    Infrastructure down =
        new Infrastructure(
            List.of(new NodeState(NODE, false, 0, 0)), up.vms(), List.of(), List.of(), List.of());
    assertThat(coverageOf(generate(down)).unsupportedFeatures())
        .singleElement()
        .asString()
        .contains("node pve does not answer");
  }

  @Test
  void theReportsHoldEveryGuestAndParse() {
    List<GuestState> guests = GuestFixture.all().map(GuestFixture::guest).toList();
    GeneratedFiles files = generate(GuestFixture.clusterOf(guests));
    var report =
        (io.github.proxmoxmpc.api.json.JsonObject)
            io.github.proxmoxmpc.api.json.JsonValue.parse(content(files, "coverage.json"));
    assertThat(report.get("guests")).hasToString(String.valueOf(guests.size()));
    String markdown = content(files, "coverage.md");
    guests.forEach(
        guest -> assertThat(markdown).contains("## " + kindOf(guest) + " " + guest.vmid()));
  }

  private static String kindOf(GuestState guest) {
    return guest instanceof VmState ? "vm" : "container";
  }

  static GeneratedFiles generate(Infrastructure infrastructure) {
    return Terraform.forBpg().generate(infrastructure);
  }

  static String content(GeneratedFiles files, String path) {
    return files.file(path).orElseThrow().content();
  }

  private static GuestCoverage coverageOf(GeneratedFiles files) {
    return files.coverage().guests().get(0);
  }

  static Infrastructure vm(Map<String, String> config) {
    return vm(config, PowerState.STOPPED, AgentState.OFF);
  }

  static Infrastructure vm(Map<String, String> config, PowerState status, AgentState agent) {
    VmState vm =
        new VmState(
            VmId.of(100),
            NODE,
            config.get("name"),
            status,
            false,
            null,
            agent,
            new ConfigDocument(new TreeMap<>(config), List.of(), null),
            Collections.emptySortedSet());
    return new Infrastructure(List.of(), List.of(vm), List.of(), List.of(), List.of());
  }

  static Infrastructure container(Map<String, String> config) {
    ContainerState container =
        new ContainerState(
            VmId.of(200),
            NODE,
            config.get("hostname"),
            PowerState.STOPPED,
            false,
            null,
            new ConfigDocument(new TreeMap<>(config), List.of(), null));
    return new Infrastructure(List.of(), List.of(), List.of(container), List.of(), List.of());
  }
}
