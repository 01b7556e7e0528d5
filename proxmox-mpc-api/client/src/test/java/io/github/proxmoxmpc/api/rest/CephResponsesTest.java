package io.github.proxmoxmpc.api.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.cluster.ceph.CephMetadata;
import io.github.proxmoxmpc.api.rest.nodes.ceph.CephOsd;
import io.github.proxmoxmpc.api.rest.nodes.ceph.CephOsdRoot;
import io.github.proxmoxmpc.api.rest.result.CephStatus;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.api.value.NodeName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Responses of old and new releases of Ceph have typed accessors. */
class CephResponsesTest {
  @Test
  void theStatusHasTheFieldsOfTheOverviewInTheWebInterface() {
    CephStatus status =
        new CephStatus(
            json(
                """
                {
                  "fsid": "6b146870-8ac1-11eb-9cd5-5254006d9c1a",
                  "health": {"status": "HEALTH_OK", "checks": {}, "mutes": []},
                  "election_epoch": 66, "quorum": [0, 1], "quorum_names": ["pve1", "pve2"],
                  "quorum_age": 305977,
                  "monmap": {"epoch": 4, "min_mon_release_name": "squid", "quorum": [0, 1],
                    "mons": [{"rank": 0, "name": "pve1", "addr": "192.0.2.1:6789/0",
                      "public_addrs": {"addrvec": [{"type": "v2", "addr": "192.0.2.1:3300",
                        "nonce": 0}]}}]},
                  "osdmap": {"epoch": 439, "num_osds": 12, "num_up_osds": 11, "num_in_osds": 12,
                    "osd_up_since": 1616674365, "num_remapped_pgs": 0},
                  "pgmap": {"pgs_by_state": [{"state_name": "active+clean", "count": 65}],
                    "num_pgs": 65, "bytes_used": 46488731648, "bytes_total": 11522323513344,
                    "misplaced_ratio": 0.25, "read_op_per_sec": 7},
                  "fsmap": {"epoch": 1, "by_rank": [{"rank": 0, "name": "pve2",
                    "status": "up:active", "gid": 4}], "up:standby": 1},
                  "mgrmap": {"available": true, "active_name": "pve1",
                    "standbys": [{"name": "pve2"}], "services": {"dashboard": "https://pve1:8443"}},
                  "servicemap": {"epoch": 2, "services": {"rgw": {"daemons": {"summary": ""}}}},
                  "progress_events": {"4d2a": {"message": "Rebalancing", "progress": 0.5}}
                }
                """));

    assertThat(status.osdmap().numOsds()).isEqualTo(12);
    assertThat(status.osdmap().osdUpSince()).isEqualTo(Instant.ofEpochSecond(1616674365));
    assertThat(status.pgmap().bytesUsed()).isEqualTo(ByteSize.ofBytes(46488731648L));
    assertThat(status.pgmap().misplacedRatio()).isEqualTo(0.25);
    assertThat(requireNonNull(status.pgmap().pgsByState()).get(0).stateName())
        .isEqualTo("active+clean");
    assertThat(requireNonNull(status.monmap().mons()).get(0).name()).hasToString("pve1");
    assertThat(status.fsmap().upStandby()).isEqualTo(1);
    assertThat(requireNonNull(status.mgrmap().standbys()).get(0).name()).hasToString("pve2");
    assertThat(requireNonNull(status.mgrmap().services()).entries())
        .containsEntry("dashboard", "https://pve1:8443");
    assertThat(requireNonNull(status.servicemap().services()).entries()).containsOnlyKeys("rgw");
    assertThat(requireNonNull(status.progressEvents().entries().get("4d2a")).progress())
        .isEqualTo(0.5);
  }

  @Test
  void theOsdMapOfProxmoxVe6IsOneLevelDeeper() {
    CephStatus status =
        new CephStatus(json("{\"osdmap\": {\"osdmap\": {\"num_osds\": 3, \"full\": false}}}"));

    assertThat(status.osdmap().numOsds()).isNull();
    assertThat(requireNonNull(status.osdmap().osdmap()).numOsds()).isEqualTo(3);
    assertThat(requireNonNull(status.osdmap().osdmap()).full()).isFalse();
  }

  @Test
  void theTreeOfOsdsHasOneRecursiveType() {
    CephOsd answer =
        new CephOsd(
            json(
                """
                {"flags": "noout", "root": {"leaf": 0, "children": [
                  {"id": -1, "name": "default", "type": "root", "leaf": 0, "children": [
                    {"id": -3, "name": "pve1", "type": "host", "version": "19.2.1", "children": [
                      {"id": 0, "name": "osd.0", "type": "osd", "host": "pve1", "in": 1, "leaf": 1,
                       "status": "up", "device_class": "ssd", "crush_weight": 0.0976,
                       "total_space": 107369988096, "commit_latency_ms": 2}]}]}]}}
                """));

    CephOsdRoot top = requireNonNull(answer.root().children()).get(0);
    CephOsdRoot host = requireNonNull(top.children()).get(0);
    assertThat(host.id()).isEqualTo(-3);
    assertThat(host.children()).hasSize(1);
    CephOsdRoot osd = requireNonNull(host.children()).get(0);
    assertThat(osd.in()).isTrue();
    assertThat(osd.leaf()).isTrue();
    assertThat(osd.host()).isEqualTo(NodeName.of("pve1"));
    assertThat(osd.crushWeight()).isEqualTo(0.0976);
    assertThat(osd.totalSpace()).isEqualTo(ByteSize.ofBytes(107369988096L));
    assertThat(osd.children()).isNull();
    assertThat(osd.raw().names()).contains("device_class");
  }

  @Test
  void theDaemonsHaveNameAndHost() {
    CephMetadata metadata =
        new CephMetadata(
            json(
                """
                {"mon": {"pve1@pve1": {"name": "pve1", "hostname": "pve1", "service": true,
                    "mem_total_kb": "65766812", "ceph_version_short": "19.2.1"}},
                 "node": {"pve1": {"buildcommit": "58a7fab8",
                    "version": {"str": "19.2.1", "parts": ["19", "2", "1"]}}},
                 "osd": [{"id": 7}]}
                """));

    var mon = requireNonNull(requireNonNull(metadata.mon()).entries().get("pve1@pve1"));
    assertThat(mon.service()).isTrue();
    assertThat(mon.memTotalKb()).isEqualTo(65766812);
    var node = requireNonNull(requireNonNull(metadata.node()).entries().get("pve1"));
    assertThat(requireNonNull(node.version()).parts()).isEqualTo(List.of("19", "2", "1"));
    assertThat(requireNonNull(metadata.osd()).get(0).hostname()).isNull();
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text);
  }
}
