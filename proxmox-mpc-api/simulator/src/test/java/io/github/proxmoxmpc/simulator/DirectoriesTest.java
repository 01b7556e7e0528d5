package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
}
