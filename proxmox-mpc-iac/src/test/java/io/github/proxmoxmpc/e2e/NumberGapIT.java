package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.coverage.Coverage;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning.Kind;
import io.github.proxmoxmpc.simulator.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves the warnings about gaps in device numbers: the real provider closes exactly these gaps.
 */
@Tag("e2e")
class NumberGapIT {
  private static final String VM = "cores: 1\nmemory: 512\nostype: l26\nscsihw: virtio-scsi-pci\n";
  private static final String CONTAINER =
      "arch: amd64\nostype: debian\nmemory: 512\nswap: 512\nunprivileged: 1\n"
          + "rootfs: local-vm:%1$d/vm-%1$d-disk-0.raw,size=1G\n";

  @TempDir Path folder;

  @Test
  @Tag("R01")
  @Tag("R02")
  @Tag("S07")
  void theProviderClosesTheGapsThatAreWarnedAboutAndNoOthers() throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(estate())) {
      Coverage coverage = cluster.generateInto(folder).coverage();
      assertThat(coverage.warnings())
          .filteredOn(warning -> warning.kind() == Kind.NUMBER_GAP)
          .extracting(CoverageWarning::vmid)
          .map(Object::toString)
          .containsExactly("101", "102", "201", "202");
      TerraformTool terraform = cluster.terraformIn(folder);
      terraform.succeed("init", "-no-color");
      Plan imports = terraform.plan();
      assertThat(imports.unclean()).isEmpty();
      assertThat(imports.run().stdout()).doesNotContain("Redundant ignore_changes");
      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");

      replace("vms.tf", "  vm_id ", "  description = \"changed\"\n  vm_id ");
      replace("containers.tf", "  started ", "  description = \"changed\\n\"\n  started ");
      terraform.succeed("apply", "-no-color", "-lock=false", "-auto-approve");
      assertThat(cluster.guest(101).config())
          .containsKeys("net0", "net1", "net2")
          .extractingByKey("net1")
          .asString()
          .contains("bridge=vmbr0");
      assertThat(cluster.guest(102).config()).doesNotContainKey("usb0");
      assertThat(cluster.guest(103).config()).doesNotContainKey("serial0");
      assertThat(cluster.guest(201).config()).doesNotContainKey("mp0");
      assertThat(cluster.guest(202).config()).doesNotContainKey("dev0");

      replace("vms.tf", "  usb {\n", "  usb {\n    usb3 = true\n");
      replace("vms.tf", "device = \"socket\"", "device = \"/dev/ttyS1\"");
      replace("containers.tf", "  mount_point {\n", "  mount_point {\n    backup = true\n");
      replace("containers.tf", "  device_passthrough {\n", "  device_passthrough {\n    uid = 7\n");
      terraform.succeed("apply", "-no-color", "-lock=false", "-auto-approve");
      assertThat(cluster.guest(102).config()).containsKeys("usb0").doesNotContainKey("usb2");
      assertThat(cluster.guest(103).config())
          .containsEntry("serial1", "/dev/ttyS1")
          .doesNotContainKey("serial0");
      assertThat(cluster.guest(201).config()).containsKeys("mp0", "mp3");
      assertThat(cluster.guest(202).config()).containsKeys("dev0", "dev2");
    }
  }

  private static Estate estate() {
    String nic = "virtio=BC:24:11:00:00:0%d,bridge=vmbr1\n";
    return Estate.builder()
        .node("pve")
        .storage("local-vm", Map.of("type", "dir", "content", "images,rootdir"))
        .vm("pve", 101, VM + "net0: " + nic.formatted(0) + "net2: " + nic.formatted(2))
        .vm("pve", 102, VM + "usb2: spice\n")
        .vm("pve", 103, VM + "serial1: socket\n")
        .container(
            "pve",
            201,
            CONTAINER.formatted(201)
                + "hostname: mp\nmp3: local-vm:201/vm-201-disk-1.raw,mp=/data,size=1G\n")
        .container("pve", 202, CONTAINER.formatted(202) + "hostname: dev\ndev2: /dev/ttyS0\n")
        .build();
  }

  private void replace(String file, String text, String replacement) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(text);
    Files.writeString(path, before.replace(text, replacement));
  }
}
