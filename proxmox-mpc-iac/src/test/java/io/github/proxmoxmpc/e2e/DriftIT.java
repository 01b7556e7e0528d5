package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.iac.coverage.Coverage;
import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.coverage.GuestCoverage;
import io.github.proxmoxmpc.iac.coverage.Outcome;
import io.github.proxmoxmpc.simulator.sample.EtcPve;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a colleague changes by hand is seen: each configuration key of each guest gets another value
 * on the server, and the next plan shows a change of that guest, or the coverage report excuses the
 * key with a reason.
 *
 * <p>In round r the r-th key of every guest is changed at once, so there are as many plans as the
 * longest configuration has keys.
 */
@Tag("e2e")
class DriftIT {
  @TempDir Path folder;

  @Test
  void aChangedValueOfAnyKeyIsSeenOrExcused() throws Exception {
    EtcPve estate = EtcPve.sample();
    Coverage coverage = importInto(folder, estate);
    byte[] state = Files.readAllBytes(folder.resolve("terraform.tfstate"));

    Map<VmId, List<GuestFile.Line>> keys = new TreeMap<>();
    Map<VmId, GuestFile> files = new TreeMap<>();
    for (GuestFile file : GuestFile.allOf(estate)) {
      files.put(file.id(), file);
      keys.put(file.id(), file.keys());
    }
    int rounds = keys.values().stream().mapToInt(List::size).max().orElseThrow();
    int total = keys.values().stream().mapToInt(List::size).sum();
    int seen = 0;
    int excused = 0;
    Set<String> missed = new TreeSet<>();

    for (int round = 0; round < rounds; round++) {
      EtcPve changed = estate;
      Map<VmId, GuestFile.Line> changes = new TreeMap<>();
      for (GuestFile file : files.values()) {
        if (round < file.keys().size()) {
          GuestFile.Line line = file.keys().get(round);
          changes.put(file.id(), line);
          changed = changed.with(file.path(), file.withChanged(line));
        }
      }
      Files.write(folder.resolve("terraform.tfstate"), state);
      Plan plan = planAgainst(changed);
      Set<String> touched =
          plan.changes().stream()
              .filter(change -> !change.isNoOp())
              .map(Plan.Change::address)
              .collect(Collectors.toSet());
      for (Map.Entry<VmId, GuestFile.Line> change : changes.entrySet()) {
        GuestCoverage guest = coverage.guest(change.getKey()).orElseThrow();
        if (touched.contains(guest.address())) {
          seen++;
        } else if (isExcused(guest, change.getValue())) {
          excused++;
        } else {
          missed.add(guest.address() + ": " + change.getValue());
        }
      }
      assertThat(plan.run().exitCode()).isEqualTo(touched.isEmpty() ? 0 : 2);
    }
    System.out.printf(
        "drift: %d keys, %d seen, %d excused, %d missed, in %d rounds%n",
        total, seen, excused, missed.size(), rounds);
    assertThat(missed).as("changes that neither the plan nor the report knows of").isEmpty();
    assertThat(seen).as("seen").isGreaterThan(total / 2);
  }

  /** The parts that this change touched, and each of them excused with a reason. */
  private static boolean isExcused(GuestCoverage guest, GuestFile.Line line) {
    List<CoverageEntry> entries = new ArrayList<>(guest.of(line.key()));
    List<CoverageEntry> touched =
        entries.stream()
            .filter(entry -> entry.part() == null || line.touches(entry.part()))
            .toList();
    List<CoverageEntry> relevant = touched.isEmpty() ? entries : touched;
    return !relevant.isEmpty()
        && relevant.stream()
            .allMatch(
                entry ->
                    (entry.outcome() == Outcome.IGNORED
                            || entry.outcome() == Outcome.NOT_EXPRESSIBLE)
                        && !entry.note().isBlank());
  }

  private static Coverage importInto(Path folder, EtcPve estate) throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(estate)) {
      Coverage coverage = cluster.generateInto(folder).coverage();
      TerraformTool terraform = cluster.terraformIn(folder);
      terraform.succeed("init", "-no-color");
      terraform.plan();
      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");
      return coverage;
    }
  }

  private Plan planAgainst(EtcPve estate) throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(estate)) {
      return cluster.terraformIn(folder).plan();
    }
  }
}
