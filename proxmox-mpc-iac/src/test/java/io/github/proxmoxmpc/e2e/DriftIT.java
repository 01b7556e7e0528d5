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
 * What a colleague changes by hand is seen: each configuration key of each guest gets another value
 * on the server, and so does each named part of each property string alone; the next plan shows a
 * change of that guest, or the coverage report excuses the key or the part with a reason.
 *
 * <p>In round r the r-th change of every guest is made at once, so there are as many plans as one
 * guest has changes at most.
 */
@Tag("e2e")
class DriftIT {
  /** Keys whose values are no property strings, whatever equals signs stand in them. */
  private static final Set<String> FREE_TEXT = Set.of("args", "description", "env", "sshkeys");

  @TempDir Path folder;

  @Test
  void aChangedValueOfAnyKeyOrPartIsSeenOrExcused() throws Exception {
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
      assertThat(missed).as("changes that neither the plan nor the report knows of").isEmpty();
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

  /** Another value for a key; an empty one takes the key out. */
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

    /** Every part that this change touches has to be excused with a reason. */
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
