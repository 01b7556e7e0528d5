package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectoriesTest {
  @RegisterExtension
  static final io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension PVE =
      io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension.with(
          Estate.builder().node("pve").build());

  @Test
  void aDirectoryListsTheSegmentsBelowIt() {
    ApiProbe api = ApiProbe.of(PVE.simulator());
    assertThat(api.get("/cluster/ha").list())
        .contains(Map.of("id", "resources"), Map.of("id", "status"));
    assertThat(api.get("/cluster/config").list()).contains(Map.of("name", "totem"));
    assertThat(api.get("/access").list()).contains(Map.of("subdir", "acl"));
  }

  @Test
  void segmentsThatTheServerDoesNotListAreLeftOut() {
    ApiProbe api = ApiProbe.of(PVE.simulator());
    assertThat(api.get("/nodes/pve").list())
        .contains(Map.of("name", "network"))
        .doesNotContain(Map.of("name", "execute"));
    assertThat(api.get("/nodes/pve/scan").list())
        .contains(Map.of("method", "nfs"))
        .doesNotContain(Map.of("method", "lvmthin"));
  }

  @Test
  void directoriesListTheRecordedSegments() {
    Map<String, OperationCases.Case> cases = new TreeMap<>();
    OperationCases.all().values().stream()
        .flatMap(Collection::stream)
        .forEach(one -> cases.putIfAbsent(one.operation(), one));
    assertThat(OperationCases.table("directories.txt"))
        .allSatisfy(
            row -> {
              CaseRun run = new CaseRun(Objects.requireNonNull(cases.get(row.get(0)), row.get(0)));
              assertThat(run.send(run.path(), run.parameters()).list())
                  .as(row.get(0))
                  .containsExactlyInAnyOrderElementsOf(
                      Stream.of(row.get(2).split(" "))
                          .map(segment -> Map.of(row.get(1), segment))
                          .toList());
            });
  }
}
