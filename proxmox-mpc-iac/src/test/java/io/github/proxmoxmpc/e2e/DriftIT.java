package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.iac.coverage.Coverage;
import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.coverage.CoverageOutcome;
import io.github.proxmoxmpc.iac.coverage.GuestCoverage;
import io.github.proxmoxmpc.simulator.sample.SampleEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Proves that manual changes on the server are detected. The test changes each configuration key of
 * each guest, and each property of each property string. The next plan must show a change of that
 * guest, or the coverage report must excuse the key or property with a reason.
 *
 * <p>Round r makes the r-th change of every guest at once, so the number of plans is the highest
 * number of changes of one guest.
 */
@Tag("e2e")
class DriftIT {
  /** Keys whose values are free text, even if they contain equals signs. */
  private static final Set<String> FREE_TEXT = Set.of("args", "description", "env", "sshkeys");

  @TempDir Path folder;

  @Test
  void aChangeOfAnyKeyOrPropertyIsDetectedOrExcused() throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(SampleEstate.odd())) {
      Coverage coverage = cluster.generateInto(folder).coverage();
      TerraformTool terraform = cluster.terraformIn(folder);
      terraform.succeed("init", "-no-color");
      terraform.plan();
      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");
      byte[] state = Files.readAllBytes(folder.resolve("terraform.tfstate"));

      Map<Integer, List<Change>> changes = changes(cluster, coverage);
      int rounds = changes.values().stream().mapToInt(List::size).max().orElseThrow();
      int total = changes.values().stream().mapToInt(List::size).sum();
      long keys =
          changes.values().stream()
              .mapToLong(list -> list.stream().map(Change::key).distinct().count())
              .sum();
      int seen = 0;
      int excused = 0;
      Set<String> missed = new TreeSet<>();
      for (int round = 0; round < rounds; round++) {
        List<Change> now = new ArrayList<>();
        for (List<Change> ofGuest : changes.values()) {
          if (round < ofGuest.size()) {
            now.add(ofGuest.get(round));
          }
        }
        now.forEach(change -> change.makeOn(cluster));
        Files.write(folder.resolve("terraform.tfstate"), state);
        Plan plan = terraform.plan();
        now.forEach(change -> change.undoOn(cluster));

        Set<String> touched =
            plan.changes().stream()
                .filter(change -> !change.isNoOp())
                .map(Plan.Change::address)
                .collect(Collectors.toSet());
        assertThat(plan.run().exitCode()).isEqualTo(touched.isEmpty() ? 0 : 2);
        for (Change change : now) {
          GuestCoverage guest = coverage.guest(VmId.of(change.id())).orElseThrow();
          if (touched.contains(guest.address())) {
            seen++;
          } else if (change.isExcusedBy(guest)) {
            excused++;
          } else {
            missed.add(guest.address() + " " + change + " " + guest.of(change.key()));
          }
        }
      }
      System.out.printf(
          "drift: %d keys, %d changes of them and their parts, %d seen, %d excused, %d missed,"
              + " in %d plans%n",
          keys, total, seen, excused, missed.size(), rounds);
      assertThat(missed).as("changes that neither the plan nor the report shows").isEmpty();
      assertThat(seen).as("seen").isGreaterThan(total / 2);
    }
  }

  private static Map<Integer, List<Change>> changes(SimulatedCluster cluster, Coverage coverage) {
    Map<Integer, List<Change>> changes = new TreeMap<>();
    for (int id : cluster.ids()) {
      boolean vm = coverage.guest(VmId.of(id)).orElseThrow().kind().equals("vm");
      List<Change> ofGuest = new ArrayList<>();
      cluster
          .guest(id)
          .config()
          .forEach(
              (key, value) -> {
                String whole =
                    vm ? ChangedValue.ofVm(key, value) : ChangedValue.ofContainer(key, value);
                ofGuest.add(new Change(id, key, value, whole));
                if (!FREE_TEXT.contains(key)) {
                  ChangedValue.ofParts(key, value)
                      .forEach(part -> ofGuest.add(new Change(id, key, value, part)));
                }
              });
      changes.put(id, ofGuest);
    }
    return changes;
  }

  /** A new value for a key; an empty one deletes the key. */
  private record Change(int id, String key, String before, String after) {
    void makeOn(SimulatedCluster cluster) {
      if (after.isEmpty()) {
        cluster.guest(id).unset(key);
      } else {
        cluster.guest(id).set(key, after);
      }
    }

    void undoOn(SimulatedCluster cluster) {
      cluster.guest(id).set(key, before);
    }

    /** Returns whether the report excuses every property that this change touches. */
    boolean isExcusedBy(GuestCoverage guest) {
      List<CoverageEntry> entries = guest.of(key);
      List<CoverageEntry> touched = entries.stream().filter(this::touches).toList();
      List<CoverageEntry> relevant = touched.isEmpty() ? entries : touched;
      return !relevant.isEmpty()
          && relevant.stream()
              .allMatch(
                  entry ->
                      (entry.outcome() == CoverageOutcome.IGNORED
                              || entry.outcome() == CoverageOutcome.NOT_EXPRESSIBLE)
                          && !entry.note().isBlank());
    }

    private boolean touches(CoverageEntry entry) {
      if (entry.property() == null) {
        return true;
      }
      Set<String> different = new TreeSet<>(Arrays.asList(before.split(",")));
      Set<String> after = new TreeSet<>(Arrays.asList(this.after.split(",")));
      Set<String> same = new TreeSet<>(different);
      same.retainAll(after);
      different.addAll(after);
      different.removeAll(same);
      return different.stream().anyMatch(part -> part.startsWith(entry.property() + "="));
    }

    @Override
    public String toString() {
      return key + ": " + before + " -> " + (after.isEmpty() ? "(taken out)" : after);
    }
  }
}
