package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.fixtures.GuestCorpus;
import io.github.proxmoxmpc.fixtures.GuestExample;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.ExpectedTerraform;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.EstateBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans the guests of the corpus, each with one unusual feature, with the real provider on one
 * cluster. Each readable guest must be a pure import; the others are commented out.
 */
@Tag("e2e")
class MeasuredGuestsIT {
  @TempDir Path folder;

  @Test
  void everyReadableMeasuredGuestIsAPureImport() throws Exception {
    List<GuestExample> guests = guests(GuestCorpus.MEASURED_VMS, GuestCorpus.MEASURED_CONTAINERS);
    assertThat(guests).hasSize(300);
    plan("measured guests", guests);
  }

  @Test
  void everyReadableGuestOfOurOwnIsAPureImport() throws Exception {
    List<GuestExample> guests = guests(GuestCorpus.OWN_VMS, GuestCorpus.OWN_CONTAINERS);
    assertThat(guests).hasSizeGreaterThan(380);
    plan("own guests", guests);
  }

  private void plan(String title, List<GuestExample> guests) throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(estate(guests))) {
      Workspace workspace = cluster.generateInto(folder);
      int total = workspace.coverage().guests().size();
      int readable = (int) workspace.coverage().readable();
      assertThat(total).isEqualTo(guests.size());
      TerraformTool terraform = cluster.terraformIn(folder);
      terraform.succeed("init", "-no-color");
      terraform.succeed("fmt", "-check", "-recursive", "-diff", "-no-color");
      terraform.succeed("validate", "-no-color");

      Plan plan = terraform.plan();
      long clean =
          plan.changes().stream().filter(change -> change.isImport() && change.isNoOp()).count();
      System.out.printf(
          "%s: %d, clean %d, unreadable %d; %s%n",
          title, total, clean, total - readable, plan.figures());
      assertThat(plan.unclean()).isEmpty();
      assertThat(clean).isEqualTo(readable);
      // Exactly the guests that the real provider cannot read.
      assertThat(total - readable).isEqualTo(unreadable(cluster, guests));

      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");
      assertThat(cluster.writes()).isEmpty();
      Plan second = terraform.plan();
      assertThat(second.run().exitCode()).as(second.unclean()).isZero();
    }
  }

  private static Estate estate(List<GuestExample> guests) throws Exception {
    EstateBuilder estate =
        Estate.builder()
            .node("pve")
            .storage("local", Map.of("type", "dir", "content", "iso,vztmpl,backup,snippets"))
            .storage("local-vm", Map.of("type", "dir", "content", "images,rootdir"))
            .storage("hooks", Map.of("type", "dir", "content", "snippets"))
            .storage("thin", Map.of("type", "lvmthin", "content", "images,rootdir"))
            .storage("lvm-local", Map.of("type", "lvm", "content", "images,rootdir"))
            .storage("zfs-local", Map.of("type", "zfspool", "content", "images,rootdir"))
            .storage("gone-nfs", Map.of("type", "nfs", "content", "images,rootdir"))
            .unreachable("gone-nfs");
    for (GuestExample guest : guests) {
      if (guest.corpus().isOfVms()) {
        estate.vm("pve", guest.vmid(), guest.file());
      } else {
        estate.container("pve", guest.vmid(), guest.file());
      }
      if (guest.status().equals("RUNNING")) {
        estate.running(guest.vmid());
      }
    }
    return estate.build();
  }

  /**
   * Returns the guests of some corpora, except guests on an offline node or with a missing volume,
   * which this cluster does not have, and an empty value, which no file of the server can hold.
   */
  private static List<GuestExample> guests(GuestCorpus... corpora) {
    return Arrays.stream(corpora)
        .flatMap(corpus -> corpus.guests().stream())
        .filter(guest -> !guest.status().equals("UNKNOWN") && !guest.name().equals("cpu-empty"))
        .filter(guest -> !guest.file().contains("-missing"))
        .toList();
  }

  /** Counts the unreadable guests, except those of which the server drops an invalid line. */
  private static long unreadable(SimulatedCluster cluster, List<GuestExample> guests) {
    return guests.stream()
        .filter(guest -> ExpectedTerraform.of(guest).contains("# unreadable: "))
        .filter(guest -> isServedWhole(cluster, guest))
        .count();
  }

  private static boolean isServedWhole(SimulatedCluster cluster, GuestExample guest) {
    Set<String> keys = new TreeSet<>(guest.answer().keySet());
    keys.remove("lxc");
    return cluster.guest(guest.vmid()).config().keySet().containsAll(keys);
  }
}
