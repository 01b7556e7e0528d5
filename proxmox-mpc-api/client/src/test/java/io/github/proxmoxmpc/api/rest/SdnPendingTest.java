package io.github.proxmoxmpc.api.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabric;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricNode;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricsAll;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnPrefixListsEntry;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnRouteMapEntry;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnetsSubnetsEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With {@code pending=1}, a row has only applied values; the others are under {@code pending}. */
@Tag("S03")
class SdnPendingTest {
  @Test
  void aNewFabricHasItsFieldsUnderPending() {
    SdnFabric row =
        new SdnFabric(
            json(
                """
                {"digest": "e3b0", "state": "new", "pending": {"id": "fab2", "protocol": "ospf"}}
                """));

    assertThat(row.id()).isNull();
    assertThat(row.protocol()).isNull();
    assertThat(row.state()).hasToString("new");
    assertThat(requireNonNull(row.pending()).id()).hasToString("fab2");
    assertThat(requireNonNull(row.pending()).protocol()).hasToString("ospf");
  }

  @Test
  void aNewNodeOfAFabricHasItsFieldsUnderPending() {
    SdnFabricNode row =
        new SdnFabricNode(
            json(
                """
                {"state": "new", "pending": {"fabric_id": "fab2", "node_id": "pve1", "ip": "10.0.0.1",
                  "protocol": "ospf", "interfaces": ["name=eth0"]}}
                """));

    assertThat(row.nodeId()).isNull();
    assertThat(row.fabricId()).isNull();
    assertThat(row.interfaces()).isNull();
    assertThat(row.state()).hasToString("new");
    assertThat(requireNonNull(row.pending()).nodeId()).hasToString("pve1");
    assertThat(requireNonNull(row.pending()).ip()).isEqualTo("10.0.0.1");
    assertThat(requireNonNull(requireNonNull(row.pending()).interfaces()).raw())
        .isEqualTo(JsonValue.parse("[\"name=eth0\"]"));
  }

  @Test
  void theListOfAllHasPendingChangesOfFabricsAndNodes() {
    SdnFabricsAll all =
        new SdnFabricsAll(
            json(
                """
                {"fabrics": [{"id": "fab1", "protocol": "openfabric", "hello_interval": 5,
                    "state": "changed", "pending": {"hello_interval": "deleted"}}],
                  "nodes": [{"node_id": "pve1", "fabric_id": "fab1", "protocol": "openfabric",
                    "interfaces": ["name=eth0"], "state": "changed",
                    "pending": {"interfaces": "deleted", "role": "deleted"}}]}
                """));

    assertThat(all.fabrics().get(0).state()).hasToString("changed");
    assertThat(requireNonNull(all.fabrics().get(0).pending()).helloInterval()).isEqualTo("deleted");
    assertThat(all.nodes().get(0).state()).hasToString("changed");
    assertThat(requireNonNull(all.nodes().get(0).pending()).role()).hasToString("deleted");
    assertThat(requireNonNull(requireNonNull(all.nodes().get(0).pending()).interfaces()).raw())
        .isEqualTo(JsonValue.parse("\"deleted\""));
  }

  @Test
  void routeMapsPrefixListsAndSubnetsAreReadTheSameWay() {
    SdnRouteMapEntry route =
        new SdnRouteMapEntry(
            json(
                """
                {"state": "new", "pending": {"route-map-id": "rm1", "order": 10,
                  "action": "permit", "match": ["key=vni,value=5"]}}
                """));
    assertThat(route.routeMapId()).isNull();
    assertThat(route.order()).isNull();
    assertThat(requireNonNull(route.pending()).order()).isEqualTo("10");
    assertThat(requireNonNull(route.pending()).action()).hasToString("permit");

    SdnPrefixListsEntry prefixes =
        new SdnPrefixListsEntry(json("{\"state\": \"new\", \"pending\": {\"id\": \"pl1\"}}"));
    assertThat(prefixes.id()).isNull();
    assertThat(requireNonNull(prefixes.pending()).id()).hasToString("pl1");

    SdnVnetsSubnetsEntry subnet =
        new SdnVnetsSubnetsEntry(
            json(
                """
                {"state": "changed", "pending": {"gateway": "10.0.0.1", "dhcp-range": "deleted"}}
                """));
    assertThat(subnet.state()).hasToString("changed");
    assertThat(requireNonNull(subnet.pending()).gateway()).isEqualTo("10.0.0.1");
    assertThat(requireNonNull(requireNonNull(subnet.pending()).dhcpRange()).raw())
        .isEqualTo(JsonValue.parse("\"deleted\""));
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text);
  }
}
