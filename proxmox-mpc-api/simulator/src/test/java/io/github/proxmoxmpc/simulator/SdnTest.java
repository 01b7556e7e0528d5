package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SdnTest {
  private static final String SDN = "/cluster/sdn";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(Estate.builder().node("pve1").build()).resetBeforeEach();

  private final ApiProbe api = ApiProbe.of(PVE.simulator());

  private void zoneWithNetwork() {
    api.post(SDN + "/zones", "zone", "z1", "type", "simple");
    api.post(SDN + "/vnets", "vnet", "v1", "zone", "z1");
    api.post(
        SDN + "/vnets/v1/subnets",
        "subnet",
        "10.9.0.0/24",
        "type",
        "subnet",
        "gateway",
        "10.9.0.1",
        "dhcp-range",
        "start-address=10.9.0.50,end-address=10.9.0.99");
  }

  @Test
  void aSubnetIsReadWithThePartsOfItsId() {
    zoneWithNetwork();
    assertThat(api.get(SDN + "/vnets/v1/subnets").row(0))
        .containsEntry("subnet", "z1-10.9.0.0-24")
        .containsEntry("id", "z1-10.9.0.0-24")
        .containsEntry("cidr", "10.9.0.0/24")
        .containsEntry("mask", "24")
        .containsEntry("network", "10.9.0.0")
        .containsEntry("zone", "z1")
        .containsEntry("vnet", "v1")
        .containsEntry("type", "subnet")
        .containsEntry(
            "dhcp-range",
            List.of(Map.of("start-address", "10.9.0.50", "end-address", "10.9.0.99")));
    assertThat(
            api.post(
                    SDN + "/vnets/v1/subnets",
                    "subnet",
                    "10.8.0.0/24",
                    "type",
                    "subnet",
                    "gateway",
                    "10.7.0.1")
                .reason())
        .isEqualTo("create sdn subnet object failed: 400 Parameter verification failed.");
  }

  @Test
  void changesArePendingUntilTheyAreApplied() {
    zoneWithNetwork();
    assertThat(api.get(SDN + "/zones", "pending", "1").row(0))
        .containsEntry("state", "new")
        .containsEntry("pending", Map.of())
        .containsEntry("type", "simple")
        .containsEntry("digest", null);
    assertThat(api.get(SDN + "/zones", "running", "1").list()).isEmpty();
    assertThat(api.exitOf(api.put(SDN))).isEqualTo("OK");
    assertThat(api.get(SDN + "/vnets", "running", "1").list()).hasSize(1);
    assertThat(api.get(SDN + "/zones", "pending", "1").row(0)).doesNotContainKey("state");

    api.put(SDN + "/zones/z1", "mtu", "1400");
    api.put(SDN + "/vnets/v1", "alias", "one");
    assertThat(api.get(SDN + "/zones/z1", "pending", "1").object())
        .containsEntry("state", "changed")
        .containsEntry("pending", Map.of("mtu", 1400L))
        .doesNotContainKey("mtu");
    api.put(SDN + "/zones/z1", "delete", "mtu");
    assertThat(api.get(SDN + "/zones/z1", "pending", "1").object()).doesNotContainKey("state");
    api.post(SDN + "/rollback");
    assertThat(api.get(SDN + "/vnets/v1").object()).doesNotContainKey("alias");
  }

  @Test
  void aDeletedObjectIsPendingToo() {
    zoneWithNetwork();
    api.put(SDN);
    api.delete(SDN + "/vnets/v1/subnets/z1-10.9.0.0-24");
    assertThat(api.get(SDN + "/vnets/v1/subnets").list()).isEmpty();
    assertThat(api.get(SDN + "/vnets/v1/subnets", "pending", "1").row(0))
        .containsEntry("state", "deleted")
        .containsEntry("gateway", "10.9.0.1");
  }

  @Test
  void anObjectInUseIsNotDeleted() {
    zoneWithNetwork();
    assertThat(api.delete(SDN + "/zones/z1").reason())
        .isEqualTo(
            "delete sdn zone object failed: zone z1 is used by vnet v1 at"
                + " /usr/share/perl5/PVE/Network/SDN/Zones/Plugin.pm line 149.");
    assertThat(api.delete(SDN + "/vnets/v1").status()).isEqualTo(500);
    assertThat(api.get(SDN + "/vnets/v1").status()).isEqualTo(200);
    assertThat(api.post(SDN + "/zones", "zone", "z1", "type", "simple").reason())
        .isEqualTo("create sdn zone object failed: sdn zone object ID 'z1' already defined");
  }

  @Test
  void theLockNeedsItsToken() {
    String token = api.post(SDN + "/lock").text();
    assertThat(api.post(SDN + "/zones", "zone", "z1", "type", "simple").reason())
        .startsWith("create sdn zone object failed: invalid lock token provided!");
    assertThat(
            api.post(SDN + "/zones", "zone", "z1", "type", "simple", "lock-token", token).status())
        .isEqualTo(200);
    api.put(SDN, "lock-token", token, "release-lock", "1");
    assertThat(api.post(SDN + "/zones", "zone", "z2", "type", "simple").status()).isEqualTo(200);
  }

  @Test
  void theIdsOfNewFabricsAndNodesArePending() {
    api.post(SDN + "/fabrics/fabric", "id", "fab2", "protocol", "ospf", "area", "0");
    assertThat(api.get(SDN + "/fabrics/fabric", "pending", "1").row(0))
        .containsEntry("state", "new")
        .doesNotContainKey("id")
        .extracting("pending")
        .isEqualTo(Map.of("id", "fab2", "protocol", "ospf", "area", "0"));
    assertThat(api.get(SDN + "/fabrics/fabric/fab2").object())
        .containsEntry("id", "fab2")
        .containsEntry("protocol", "ospf");
  }

  @Test
  void theFirewallOfANetworkExistsOnceItIsApplied() {
    zoneWithNetwork();
    assertThat(api.get(SDN + "/vnets/v1/firewall/rules").reason()).startsWith("invalid vnet");
    api.put(SDN);
    assertThat(api.get(SDN + "/vnets/v1/firewall/rules").list()).isEmpty();
  }
}
