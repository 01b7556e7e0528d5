package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Configuration of the whole cluster: high availability, mappings, metrics servers. */
class DatacenterTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              Estate.builder()
                  .node("pve1")
                  .node("pve2")
                  .vm("pve1", 100, Map.of("name", "web"))
                  .container("pve1", 200, Map.of("hostname", "ct"))
                  .build())
          .resetBeforeEach();

  private final ApiProbe api = ApiProbe.of(PVE.simulator());

  @Test
  void anHaResourceIsAGuestOfTheCluster() {
    String resources = "/cluster/ha/resources";
    assertThat(api.post(resources, "sid", "100", "state", "stopped").status()).isEqualTo(200);
    assertThat(api.get(resources + "/vm:100").object())
        .containsEntry("sid", "vm:100")
        .containsEntry("type", "vm")
        .containsEntry("state", "stopped");
    assertThat(api.post(resources, "sid", "vm:100").reason())
        .isEqualTo("create resource failed: resource ID 'vm:100' already defined");
    assertThat(api.post(resources, "sid", "vm:999").reason())
        .isEqualTo("resource 'vm:999' does not exist in cluster");
    assertThat(api.post(resources, "sid", "vm:200").reason())
        .isEqualTo("resource 'vm:200' - guest with ID 200 is not a VM");
    assertThat(api.get(resources + "/ct:200").reason()).isEqualTo("no such resource 'ct:200'");
    api.post(resources, "sid", "ct:200");
    assertThat(api.get(resources, "type", "ct").list()).hasSize(1);
  }

  @Test
  void haRulesNameManagedResourcesAndKnownNodes() {
    String rules = "/cluster/ha/rules";
    assertThat(rule("r1", "pve1", "vm:100").reason())
        .isEqualTo("create ha rule failed: cannot use unmanaged resource(s) vm:100.");
    api.post("/cluster/ha/resources", "sid", "vm:100");
    api.post("/cluster/ha/resources", "sid", "ct:200");
    assertThat(rule("r1", "nowhere", "vm:100").reason())
        .isEqualTo("create ha rule failed: cannot use non-existent node(s) nowhere.");
    assertThat(rule("r1", "pve1:2", "vm:100,ct:200").status()).isEqualTo(200);
    assertThat(rule("r2", "pve2", "vm:100").errors())
        .containsEntry(
            "resources", "resource 'vm:100' is already used in another node affinity rule");
    assertThat(api.get(rules).row(0)).containsEntry("order", 1L).containsEntry("nodes", "pve1:2");
    api.delete("/cluster/ha/resources/vm:100");
    assertThat(api.get(rules + "/r1").object()).containsEntry("resources", "ct:200");
    api.delete("/cluster/ha/resources/ct:200");
    assertThat(api.get(rules).list()).isEmpty();
  }

  private ApiProbe.Response rule(String name, String nodes, String resources) {
    return api.post(
        "/cluster/ha/rules",
        "rule",
        name,
        "type",
        "node-affinity",
        "nodes",
        nodes,
        "resources",
        resources);
  }

  @Test
  void theHaStatusShowsEachResource() {
    api.post("/cluster/ha/resources", "sid", "vm:100", "comment", "c");
    assertThat(api.get("/cluster/ha/status/current").row(2))
        .containsEntry("status", "vm:100 (pve1, queued)")
        .containsEntry("comment", "c")
        .containsEntry("max_restart", 1L);
    api.post("/cluster/ha/status/disarm-ha", "resource-mode", "ignore");
    assertThat(api.get("/cluster/ha/status/current").body()).contains("disarmed", "\"ignore\"");
    assertThat(api.get("/cluster/ha/groups").reason())
        .isEqualTo("cannot index groups: ha groups have been migrated to rules");
  }

  @Test
  void mappingsAreVisibleWithAPrivilegeOnThem() {
    api.post("/cluster/mapping/pci", "id", "gpu", "map", "node=pve1,path=0000:01:00,id=10de:1eb8");
    assertThat(api.get("/cluster/mapping/pci").row(0))
        .containsEntry("map", List.of("node=pve1,path=0000:01:00,id=10de:1eb8"))
        .containsEntry("type", "pci");
    assertThat(api.get("/cluster/mapping/pci/gpu").object()).doesNotContainKey("id");
    assertThat(api.get("/cluster/mapping/usb/none").reason()).isEqualTo("mapping 'none' not found");
    assertThat(
            api.post("/cluster/mapping/pci", "id", "gpu", "map", "node=pve1,path=a,id=10de:1eb8")
                .status())
        .isNotEqualTo(200);
  }

  @Test
  void aCpuModelIsFoundWithAndWithoutItsPrefix() {
    String models = "/cluster/qemu/custom-cpu-models";
    api.post(models, "cputype", "custom-fast", "reported-model", "kvm64", "hidden", "1");
    assertThat(api.get(models + "/fast").object())
        .containsEntry("cputype", "custom-fast")
        .containsEntry("hidden", 1L);
    assertThat(api.post(models, "cputype", "fast", "reported-model", "kvm64").reason())
        .isEqualTo("custom CPU model 'fast' already exists");
  }

  @Test
  void aMetricsServerKeepsItsTokenSecret() {
    api.post(
        "/cluster/metrics/server/influx",
        "type",
        "influxdb",
        "server",
        "192.0.2.1",
        "port",
        "8086",
        "token",
        "HUNTER2");
    assertThat(api.get("/cluster/metrics/server/influx").body())
        .contains("8086")
        .doesNotContain("HUNTER2");
    assertThat(api.get("/cluster/metrics/server").row(0)).containsEntry("disable", 0L);
    assertThat(api.post("/cluster/metrics/server/g", "type", "graphite").status()).isEqualTo(400);
  }

  @Test
  void aBackupJobSelectsItsGuestsInOneWay() {
    String jobs = "/cluster/backup";
    api.post(jobs, "id", "nightly", "schedule", "sat 02:30", "vmid", "100", "mode", "stop");
    assertThat(api.get(jobs).row(0))
        .containsEntry("type", "vzdump")
        .containsEntry("enabled", 1L)
        .containsKey("next-run");
    assertThat(api.get("/cluster/backup-info/not-backed-up").list()).hasSize(1);
    assertThat(api.post(jobs, "schedule", "daily", "vmid", "100", "all", "1").errors())
        .containsEntry("all", "option conflicts with option 'vmid'");
    assertThat(api.post(jobs, "schedule", "bogus", "all", "1").errors())
        .containsEntry(
            "schedule",
            "invalid format - invalid calendar event 'bogus' - unable to parse weekday:"
                + " 'bogus'\n\n");
    api.put(jobs + "/nightly", "all", "1", "prune-backups", "keep-last=3");
    assertThat(api.get(jobs + "/nightly").object())
        .containsEntry("prune-backups", Map.of("keep-last", "3"))
        .doesNotContainKey("vmid");
    assertThat(api.get("/cluster/backup-info/not-backed-up").list()).isEmpty();
    assertThat(api.delete(jobs + "/none").status()).isEqualTo(400);
  }

  @Test
  void aReplicationJobGoesFromTheNodeOfTheGuestToAnotherOne() {
    String jobs = "/cluster/replication";
    assertThat(api.post(jobs, "id", "100-0", "type", "local", "target", "pve1").reason())
        .isEqualTo("Source and target must not be identical");
    assertThat(api.post(jobs, "id", "999-0", "type", "local", "target", "pve2").reason())
        .isEqualTo("Guest '999' does not exist.");
    assertThat(api.post(jobs, "id", "100-0", "type", "local", "target", "pve2").status())
        .isEqualTo(200);
    assertThat(api.get(jobs + "/100-0").object())
        .containsEntry("guest", 100L)
        .containsEntry("source", "pve1");
    assertThat(api.get("/nodes/pve1/replication").row(0)).containsEntry("vmtype", "qemu");
    assertThat(api.get("/nodes/pve2/replication").list()).isEmpty();
    assertThat(api.get(jobs + "/100-1").reason()).isEqualTo("no such replication job '100-1'");
  }

  @Test
  void optionsAreReadAsObjectsAndSortedLists() {
    String options = "/cluster/options";
    assertThat(api.get(options).object())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "mac_prefix", "BC:24:11",
                "allowed-tags", List.of(),
                "description", "",
                "keyboard", "en-us"));
    api.put(
        options,
        "migration",
        "type=secure,network=10.10.0.0/24",
        "crs",
        "ha=static,ha-rebalance-on-start=1",
        "registered-tags",
        "locked;audited",
        "next-id",
        "lower=500,upper=501");
    assertThat(api.get(options).object())
        .containsEntry("migration", Map.of("type", "secure", "network", "10.10.0.0/24"))
        .containsEntry("crs", Map.of("ha", "static", "ha-rebalance-on-start", 1L))
        .containsEntry("registered-tags", List.of("audited", "locked"));
    assertThat(api.get("/cluster/nextid").text()).isEqualTo("500");
    assertThat(api.put(options, "delete", "migration,kitty").status()).isEqualTo(200);
    assertThat(api.get(options).object()).doesNotContainKey("migration");
  }

  @Test
  void notificationEndpointsKeepSecretsAndAreNotDeletedWhileUsed() {
    String gotify = "/cluster/notifications/endpoints/gotify";
    assertThat(
            api.post(gotify, "name", "g1", "server", "http://192.0.2.1", "token", "HUNTER2")
                .status())
        .isEqualTo(200);
    ApiProbe.Response read = api.get(gotify + "/g1");
    assertThat(read.object()).containsEntry("origin", "user-created");
    assertThat(read.body()).doesNotContain("HUNTER2");
    assertThat(String.valueOf(read.object().get("digest"))).hasSize(64);
    assertThat(api.get(gotify + "/x1").reason()).isEqualTo("endpoint 'x1' not found");
    assertThat(api.get(gotify + "/x1").status()).isEqualTo(404);
    api.post("/cluster/notifications/matchers", "name", "m1", "target", "g1");
    assertThat(api.delete(gotify + "/g1").reason())
        .isEqualTo("cannot delete 'g1', referenced by: m1");
    api.put("/cluster/notifications/endpoints/sendmail/mail-to-root", "comment", "c");
    assertThat(api.get("/cluster/notifications/targets").body()).contains("modified-builtin");
  }

  @Test
  void anAcmeAccountIsRegisteredByATask() {
    String accounts = "/cluster/acme/account";
    ApiProbe root = ApiProbe.asRoot(PVE.simulator());
    assertThat(api.exitOf(root.post(accounts, "contact", "a@example.com"))).isEqualTo("OK");
    assertThat(root.get(accounts + "/default").object())
        .containsEntry(
            "account", Map.of("status", "valid", "contact", List.of("mailto:a@example.com")));
    assertThat(root.post(accounts, "contact", "a@example.com").status()).isEqualTo(400);
    root.delete(accounts + "/default");
    assertThat(root.get(accounts).list()).isEmpty();
  }

  @Test
  void theLogHasLogInsAndTheStartAndTheEndOfEachTask() {
    ApiProbe.asRoot(PVE.simulator()).post("/cluster/acme/account", "contact", "a@example.com");
    assertThat(api.get("/cluster/log", "max", "1").row(0))
        .containsEntry("pri", 6L)
        .containsEntry("uid", "3");
    assertThat(api.get("/cluster/log").list()).hasSize(3);
    assertThat(api.get("/cluster/log").row(2))
        .containsEntry("msg", "successful auth for user 'root@pam'")
        .containsEntry("user", "root@pam");
  }
}
