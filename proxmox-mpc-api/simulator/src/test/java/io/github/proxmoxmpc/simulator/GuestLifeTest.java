package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuestLifeTest extends SimulatorTest {
  private static final String VM = "/nodes/pve1/qemu/100";
  private static final String CT = "/nodes/pve1/lxc/200";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.small().build()).resetBeforeEach();

  @Test
  void startingARunningVmReturnsATaskThatFails() {
    ApiProbe.Response response = api.post(VM + "/status/start");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .startsWith("UPID:pve1:")
        .endsWith(":qmstart:100:root@pam!simulator:");
    assertThat(api.exitOf(response)).isEqualTo("VM 100 already running");
    assertThat(api.get("/nodes/pve1/tasks/" + response.text() + "/log").row(0))
        .containsEntry("n", 1L)
        .containsEntry("t", "TASK ERROR: VM 100 already running");
  }

  @Test
  void startingAMissingVmReturnsATaskThatFails() {
    ApiProbe.Response response = api.post("/nodes/pve1/qemu/999/status/start");
    assertThat(response.status()).isEqualTo(200);
    assertThat(api.exitOf(response))
        .isEqualTo("Configuration file 'nodes/pve1/qemu-server/999.conf' does not exist");
  }

  @Test
  void startingAStoppedVmReturnsATaskThatSucceeds() {
    assertThat(api.exitOf(api.post("/nodes/pve2/qemu/101/status/start"))).isEqualTo("OK");
    assertThat(pve.guest(101).isRunning()).isTrue();
    assertThat(api.get("/nodes/pve2/qemu/101/status/current").object())
        .containsEntry("status", "running")
        .containsEntry("qmpstatus", "running");
  }

  @Test
  void stoppingAStoppedContainerFailsAtOnce() {
    ApiProbe.Response response = api.post(CT + "/status/stop");
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.reason()).isEqualTo("CT 200 not running");
  }

  @Test
  void listsShowAPausedVmAsRunning() {
    assertThat(api.exitOf(api.post(VM + "/status/suspend"))).isEqualTo("OK");
    assertThat(api.get(VM + "/status/current").object())
        .containsEntry("status", "running")
        .containsEntry("qmpstatus", "paused");
    assertThat(api.exitOf(api.post(VM + "/status/resume"))).isEqualTo("OK");
    assertThat(api.get(VM + "/status/current").object()).containsEntry("qmpstatus", "running");
  }

  @Test
  void creatingAVmCreatesDisksMacAddressesAndIds() {
    ApiProbe.Response created =
        api.post(
            "/nodes/pve1/qemu",
            "vmid",
            "300",
            "name",
            "new",
            "memory",
            "256",
            "scsi0",
            "vms:1,format=qcow2,discard=on",
            "ide2",
            "local:iso/tiny.iso,media=cdrom",
            "net0",
            "virtio,bridge=vmbr0",
            "tags",
            "b;a",
            "description",
            "line 1\nline 2 ü",
            "pool",
            "prod");
    assertThat(api.exitOf(created)).isEqualTo("OK");
    Map<String, ?> config = api.get("/nodes/pve1/qemu/300/config").object();
    assertThat(config.get("scsi0")).isEqualTo("vms:300/vm-300-disk-0.qcow2,discard=on,size=1G");
    assertThat(config.get("ide2")).isEqualTo("local:iso/tiny.iso,media=cdrom,size=100K");
    assertThat(String.valueOf(config.get("net0")))
        .matches("virtio=BC:24:11(:[0-9A-F]{2}){3},bridge=vmbr0");
    assertThat(config.get("tags")).isEqualTo("a;b");
    assertThat(config.get("description")).isEqualTo("line 1\nline 2 ü");
    assertThat(config.get("boot")).isEqualTo("order=scsi0;ide2;net0");
    assertThat(String.valueOf(config.get("smbios1"))).startsWith("uuid=");
    assertThat(config.get("memory")).isEqualTo("256");
    assertThat(api.get("/nodes/pve1/storage/vms/content", "vmid", "300").list()).hasSize(1);
    assertThat(api.get("/cluster/resources", "type", "vm").body())
        .contains("\"vmid\":300,\"type\":\"qemu\",\"node\":\"pve1\",\"pool\":\"prod\"");
  }

  @Test
  void creatingAGuestWithAnIdInUseFails() {
    assertThat(api.post("/nodes/pve2/qemu", "vmid", "200").reason())
        .isEqualTo("unable to create VM 200 - CT 200 already exists on node 'pve1'");
    assertThat(api.get("/cluster/nextid").text()).isEqualTo("102");
    assertThat(api.get("/cluster/nextid", "vmid", "100").errors())
        .containsEntry("vmid", "VM 100 already exists");
  }

  @Test
  void aDiskOnAMissingStorageIsRefused() {
    assertThat(api.post("/nodes/pve1/qemu", "vmid", "301", "scsi0", "nope:1").reason())
        .isEqualTo("storage 'nope' does not exist");
    assertThat(api.post("/nodes/pve1/qemu", "vmid", "301", "scsi0", "only2:1").reason())
        .isEqualTo("storage 'only2' is not available on node 'pve1'");
  }

  @Test
  void creatingAContainerUsesItsTemplate() {
    ApiProbe.Response created =
        api.post(
            "/nodes/pve1/lxc",
            "vmid",
            "400",
            "ostemplate",
            "local:vztmpl/debian-12-tiny_1_amd64.tar.gz",
            "hostname",
            "new",
            "memory",
            "128",
            "rootfs",
            "thin:1",
            "unprivileged",
            "1",
            "password",
            "secret12",
            "net0",
            "name=eth0,bridge=vmbr0,ip=manual");
    assertThat(api.exitOf(created)).isEqualTo("OK");
    Map<String, ?> config = api.get("/nodes/pve1/lxc/400/config").object();
    assertThat(config.get("ostype")).isEqualTo("debian");
    assertThat(config.get("rootfs")).isEqualTo("thin:vm-400-disk-0,size=1G");
    assertThat(config.get("memory")).isEqualTo(128L);
    assertThat(String.valueOf(config.get("net0")))
        .matches("name=eth0,bridge=vmbr0,hwaddr=BC:24:11(:[0-9A-F]{2}){3},ip=manual,type=veth");
    assertThat(config).doesNotContainKey("password");
    ApiProbe.Response failed =
        api.post(
            "/nodes/pve1/lxc",
            "vmid",
            "401",
            "ostemplate",
            "local:vztmpl/no.tar.gz",
            "rootfs",
            "thin:1");
    assertThat(api.exitOf(failed))
        .isEqualTo("unable to create CT 401 - volume 'local:vztmpl/no.tar.gz' does not exist");
  }

  @Test
  void destroyingARunningVmFails() {
    assertThat(api.delete(VM).reason()).isEqualTo("VM 100 is running - destroy failed");
    api.post(VM + "/status/stop");
    assertThat(api.exitOf(api.delete(VM, "purge", "1"))).isEqualTo("OK");
    assertThat(pve.vmids()).containsExactly(101, 200);
    assertThat(api.get("/pools/prod").body()).doesNotContain("qemu/100");
  }

  @Test
  void destroyingAProtectedGuestFails() {
    pve.guest(101).set("protection", "1");
    assertThat(api.delete("/nodes/pve2/qemu/101").reason())
        .isEqualTo("can't remove VM 101 - protection mode enabled");
  }

  @Test
  void aLockedGuestRefusesChanges() {
    pve.guest(101).set("lock", "backup");
    assertThat(api.put("/nodes/pve2/qemu/101/config", "cores", "2").reason())
        .isEqualTo("VM is locked (backup)");
    assertThat(api.exitOf(api.post("/nodes/pve2/qemu/101/status/start")))
        .isEqualTo("VM is locked (backup)");
  }

  @Test
  void aDiskCanGrowButNotShrink() {
    assertThat(api.exitOf(api.put(VM + "/resize", "disk", "scsi0", "size", "+2G"))).isEqualTo("OK");
    assertThat(pve.guest(100).config())
        .containsEntry("scsi0", "vms:100/vm-100-disk-0.qcow2,size=10G");
    assertThat(api.exitOf(api.put(VM + "/resize", "disk", "scsi0", "size", "1G")))
        .isEqualTo("shrinking disks is not supported");
  }

  @Test
  void aGuestMovesToAnotherNode() {
    assertThat(api.post("/nodes/pve2/qemu/101/migrate", "target", "pve2").errors())
        .containsEntry("target", "target is local node.");
    assertThat(api.post("/nodes/pve2/qemu/101/migrate", "target", "other").reason())
        .isEqualTo("no such cluster node 'other'");
    assertThat(api.exitOf(api.post("/nodes/pve2/qemu/101/migrate", "target", "pve1")))
        .isEqualTo("OK");
    assertThat(pve.guest(101).node()).isEqualTo("pve1");
  }

  @Test
  void aGuestAgentRespondsOnlyIfConfiguredRunningAndPresent() {
    String interfaces = "/agent/network-get-interfaces";
    assertThat(api.get("/nodes/pve2/qemu/101" + interfaces).reason())
        .isEqualTo("No QEMU guest agent configured");
    assertThat(api.get(VM + interfaces).reason()).isEqualTo("QEMU guest agent is not running");
    api.post(VM + "/status/stop");
    assertThat(api.get(VM + interfaces).reason()).isEqualTo("VM 100 is not running");
    try (ProxmoxSimulator withAgent =
        ProxmoxSimulator.start(TestEstates.small().addresses(100, "192.0.2.5/24").build())) {
      assertThat(ApiProbe.of(withAgent).get(VM + interfaces).body())
          .contains(
              "{\"name\":\"eth0\",\"hardware-address\":\"bc:24:11:00:00:01\",\"ip-addresses\":"
                  + "[{\"ip-address\":\"192.0.2.5\",\"ip-address-type\":\"ipv4\",\"prefix\":24}]}");
    }
  }

  @Test
  void aContainerShowsItsInterfacesWhileItRuns() {
    assertThat(api.get(CT + "/interfaces").data()).isNull();
    pve.guest(200).start();
    assertThat(api.get(CT + "/interfaces").list()).hasSize(2);
    assertThat(api.get(CT + "/interfaces").row(1))
        .containsEntry("name", "eth0")
        .containsEntry("hwaddr", "bc:24:11:00:00:02")
        .containsEntry("inet", "192.0.2.200/24");
  }

  @Test
  void aContainerWithALimitAndNoCoresShowsTheLimitAsText() {
    pve.guest(200).unset("cores").set("cpulimit", "1.5");
    assertThat(api.get(CT + "/status/current").object()).containsEntry("cpus", "1.5");
  }

  @Test
  void listsShowWhatTheConfigurationSays() {
    assertThat(api.get("/nodes/pve1/qemu").list()).hasSize(1);
    assertThat(api.get("/nodes/pve1/qemu").row(0))
        .containsEntry("vmid", 100L)
        .containsEntry("name", "web")
        .containsEntry("cpus", 2L)
        .containsEntry("maxmem", 2048L * 1024 * 1024)
        .containsEntry("maxdisk", 8L * 1024 * 1024 * 1024);
    assertThat(List.of(api.get("/nodes/pve1/lxc").row(0).get("maxswap")))
        .containsExactly(512L * 1024 * 1024);
  }
}
