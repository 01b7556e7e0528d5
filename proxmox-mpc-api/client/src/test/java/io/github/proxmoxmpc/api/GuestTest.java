package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.GuestNotFoundException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.guest.Container;
import io.github.proxmoxmpc.api.guest.Guest;
import io.github.proxmoxmpc.api.guest.GuestStatus;
import io.github.proxmoxmpc.api.guest.GuestSummary;
import io.github.proxmoxmpc.api.guest.Vm;
import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.rest.enumeration.GuestPowerState;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuestTest {
  private static final String RESOURCES =
      "[{\"type\":\"node\",\"node\":\"pve1\",\"id\":\"node/pve1\"},"
          + "{\"type\":\"qemu\",\"vmid\":100,\"node\":\"pve1\",\"id\":\"qemu/100\"},"
          + "{\"type\":\"lxc\",\"vmid\":\"200\",\"node\":\"pve2\",\"id\":\"lxc/200\"}]";

  private final TestServer server = new TestServer();
  private final ProxmoxClient pve = server.client();

  @AfterEach
  void close() {
    pve.close();
    server.close();
  }

  private void assertStarts(Supplier<Task> action, String path) {
    server.answersData(RESOURCES);
    server.answersData("\"UPID:pve1:00003D71:0005BFC7:6B02519F:qmstart:100:root@pam:\"");
    assertThat(action.get().upid().type()).isEqualTo("qmstart");
    assertThat(server.request().getTarget()).isEqualTo("/api2/json/cluster/resources?type=vm");
    assertThat(server.request().getRequestLine()).isEqualTo("POST /api2/json" + path + " HTTP/1.1");
  }

  @Test
  void aVmIsFoundOnItsNodeForEachAction() {
    assertStarts(pve.vm(100)::start, "/nodes/pve1/qemu/100/status/start");
    assertStarts(pve.vm(100)::stop, "/nodes/pve1/qemu/100/status/stop");
    assertStarts(pve.vm(100)::shutdown, "/nodes/pve1/qemu/100/status/shutdown");
    assertStarts(pve.vm(100)::reboot, "/nodes/pve1/qemu/100/status/reboot");
  }

  @Test
  void aContainerIsFoundOnItsNodeForEachAction() {
    assertStarts(pve.container(200)::start, "/nodes/pve2/lxc/200/status/start");
    assertStarts(pve.container(200)::stop, "/nodes/pve2/lxc/200/status/stop");
    assertStarts(pve.container(200)::shutdown, "/nodes/pve2/lxc/200/status/shutdown");
    assertStarts(pve.container(200)::reboot, "/nodes/pve2/lxc/200/status/reboot");
  }

  @Test
  @Tag("U11")
  void aGuestThatMovedIsFoundAgain() {
    server.answersData(RESOURCES);
    assertThat(pve.vm(100).node()).isEqualTo(NodeName.of("pve1"));
    server.answersData("[{\"type\":\"qemu\",\"vmid\":100,\"node\":\"pve3\",\"id\":\"qemu/100\"}]");
    assertThat(pve.vm(100).node()).isEqualTo(NodeName.of("pve3"));
  }

  @Test
  void configurationAndStatusAreTyped() {
    server.answersData(RESOURCES);
    server.answersData("{\"name\":\"web\",\"memory\":\"2048\"}");
    assertThat(pve.vm(100).config().options().name()).isEqualTo("web");
    server.answersData(RESOURCES);
    server.answersData("{\"status\":\"running\",\"vmid\":100,\"uptime\":7}");
    GuestStatus<QemuStatusCurrent> status = pve.vm(100).status();
    assertThat(status.uptime()).hasSeconds(7);
    assertThat(status.isRunning()).isTrue();
    assertThat(status.details().status()).isEqualTo(GuestPowerState.RUNNING);
    server.answersData(RESOURCES);
    server.answersData("{\"hostname\":\"ct\",\"memory\":128}");
    assertThat(pve.container(200).config().options().hostname()).isEqualTo("ct");
  }

  @Test
  void theConfigurationsOfAllGuestsNeedOneList() {
    server.answersData(RESOURCES);
    List<Guest> guests = pve.guests().list();
    assertThat(guests).hasToString("[Vm[100], Container[200]]");
    for (Guest guest : guests) {
      server.answersData("{\"net0\":\"bridge=vmbr0\",\"memory\":128}");
      assertThat(guest.config().options().raw().names()).containsExactly("net0", "memory");
      server.answersData("{\"description\":\"before\"}");
      assertThat(
              CallStyle.valueOf(guest.configAsync(SnapshotName.of("before")))
                  .options()
                  .raw()
                  .names())
          .containsExactly("description");
      server.answersData("{\"status\":\"stopped\",\"name\":\"web\"}");
      assertThat(guest.status().name()).isEqualTo("web");
    }
    assertThat(server.requests(7))
        .containsExactly(
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve1/qemu/100/config",
            "/api2/json/nodes/pve1/qemu/100/config?snapshot=before",
            "/api2/json/nodes/pve1/qemu/100/status/current",
            "/api2/json/nodes/pve2/lxc/200/config",
            "/api2/json/nodes/pve2/lxc/200/config?snapshot=before",
            "/api2/json/nodes/pve2/lxc/200/status/current");
  }

  @Test
  void aListDistinguishesVmsAndContainers() {
    server.answersData(RESOURCES);
    assertThat(pve.guests().vms()).extracting(Guest::vmid).containsExactly(VmId.of(100));
    server.answersData(RESOURCES);
    assertThat(CallStyle.valueOf(pve.guests().vmsAsync()))
        .extracting(Guest::node)
        .containsExactly(NodeName.of("pve1"));
    server.answersData(RESOURCES);
    assertThat(pve.guests().containers()).extracting(Guest::vmid).containsExactly(VmId.of(200));
    server.answersData(RESOURCES);
    assertThat(CallStyle.valueOf(pve.guests().containersAsync()))
        .extracting(Container::path)
        .hasSize(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(4);
  }

  @Test
  void aGuestOfUnknownKindIsFoundByItsIdAndKnowsItsNode() {
    server.answersData(RESOURCES);
    Guest guest = pve.guests().get(VmId.of(200));
    assertThat(guest).isInstanceOf(Container.class);
    assertThat(guest.node()).isEqualTo(NodeName.of("pve2"));
    server.answersData(RESOURCES);
    assertThat(CallStyle.valueOf(pve.guests().getAsync(VmId.of(100)))).isInstanceOf(Vm.class);
    answersListWithoutTheGuest();
    assertThatThrownBy(() -> pve.guests().get(VmId.of(999)))
        .isInstanceOf(GuestNotFoundException.class)
        .hasMessageStartingWith("There is no guest 999 ");
    assertThat(server.mock.getRequestCount()).isEqualTo(6);
  }

  @Test
  void theConfigurationAtASnapshotIsReadThroughAHandleAndThroughThePathTree() {
    server.answersData(RESOURCES);
    server.answersData("{\"name\":\"then\"}");
    assertThat(pve.vm(100).config(SnapshotName.of("s1")).options().name()).isEqualTo("then");
    server.answersData(RESOURCES);
    server.answersData("{\"name\":\"later\"}");
    assertThat(CallStyle.valueOf(pve.vm(100).pathAsync()).config().get().name()).isEqualTo("later");
    assertThat(server.requests(4))
        .containsExactly(
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve1/qemu/100/config?snapshot=s1",
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve1/qemu/100/config");
  }

  @Test
  void pendingChangesAreAConfiguration() {
    String deleted = "[{\"key\":\"tty\",\"value\":1,\"delete\":1}]";
    server.answersData(RESOURCES);
    server.answersData("[{\"key\":\"cores\",\"value\":1,\"pending\":2}]");
    assertThat(pve.vm(100).pending().next().options().cores()).isEqualTo(2);
    server.answersData(RESOURCES);
    server.answersData("[{\"key\":\"cores\",\"value\":1,\"pending\":3}]");
    assertThat(CallStyle.valueOf(pve.vm(100).pendingAsync()).next().options().cores()).isEqualTo(3);
    server.answersData(RESOURCES);
    server.answersData(deleted);
    assertThat(pve.container(200).pending().next().options().tty()).isNull();
    server.answersData(RESOURCES);
    server.answersData(deleted);
    assertThat(CallStyle.valueOf(pve.container(200).pendingAsync()).now().options().tty())
        .isEqualTo(1);
    assertThat(server.requests(8))
        .contains(
            "/api2/json/nodes/pve1/qemu/100/pending", "/api2/json/nodes/pve2/lxc/200/pending");
  }

  private static final String MISSING_FILE =
      "{\"data\":null,\"message\":\"Configuration file 'nodes/pve1/qemu-server/100.conf' does not"
          + " exist\\n\"}";

  private static final String MOVED =
      "[{\"type\":\"qemu\",\"vmid\":100,\"node\":\"pve3\",\"id\":\"qemu/100\"}]";

  private void answersListWithoutTheGuest() {
    for (int call = 0; call < 4; call++) {
      server.answersData(RESOURCES);
    }
  }

  @Test
  @Tag("P10")
  void aMissingGuestIsReportedInBoundedTimeWithTheReasonWhyItMayBeHidden() {
    answersListWithoutTheGuest();
    assertThatThrownBy(() -> pve.vm(999).start())
        .isInstanceOf(GuestNotFoundException.class)
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("There is no VM 999 ")
        .hasMessageContaining(server.url())
        .hasMessageContaining(TestServer.TOKEN_ID + " has VM.Audit on /vms/999");
    answersListWithoutTheGuest();
    assertThatThrownBy(() -> CallStyle.valueOf(pve.container(999).configAsync()))
        .isInstanceOf(GuestNotFoundException.class)
        .hasMessageStartingWith("There is no container 999 ");
    assertThat(server.mock.getRequestCount()).isEqualTo(8);
    assertThat(server.pauses.stream().map(Duration::toMillis))
        .containsExactly(250L, 500L, 1000L, 250L, 500L, 1000L);
  }

  @Test
  @Tag("P10")
  void aGuestThatWasJustCreatedIsFoundWhenTheListCatchesUp() {
    String started = "\"UPID:pve1:00003D71:0005BFC7:6B02519F:qmstart:100:root@pam:\"";
    server.answersData("[]");
    server.answersData(RESOURCES);
    server.answersData(started);
    assertThat(pve.vm(100).start().upid().id()).isEqualTo("100");
    server.answersData("[]");
    server.answersData("[]");
    server.answersData(RESOURCES);
    server.answersData(started);
    assertThat(CallStyle.valueOf(pve.vm(100).startAsync()).upid().id()).isEqualTo("100");
    server.answersData("[]");
    server.answersData(RESOURCES);
    assertThat(pve.guests().get(VmId.of(200))).isInstanceOf(Container.class);
  }

  @Test
  @Tag("U11")
  void aHandleLooksItsNodeUpOnce() {
    VmConfig config = VmConfig.of(new QemuConfig(JsonObject.empty()));
    Vm vm = pve.vm(100);
    server.answersData(RESOURCES);
    vm.path();
    assertThat(vm.node()).isEqualTo(NodeName.of("pve1"));
    server.answersData("{\"name\":\"web\"}");
    vm.config();
    server.answersData("null");
    vm.change(config.changesTo(config.with(options -> options.cores(4))));
    server.answersData("{\"name\":\"web\"}");
    CallStyle.valueOf(vm.configAsync());
    CallStyle.valueOf(vm.pathAsync());
    assertThat(vm.summary().node()).isEqualTo(NodeName.of("pve1"));
    assertThat(server.requests(4))
        .containsExactly(
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve1/qemu/100/config",
            "/api2/json/nodes/pve1/qemu/100/config",
            "/api2/json/nodes/pve1/qemu/100/config");
  }

  @Test
  @Tag("U11")
  void aHandleLooksItsNodeUpAgainAfterTheGuestMoved() {
    Vm vm = pve.vm(100);
    server.answersData(RESOURCES);
    vm.node();
    server.answersError("500 no file", MISSING_FILE);
    server.answersData(MOVED);
    server.answersData("{\"name\":\"web\"}");
    assertThat(vm.config().options().name()).isEqualTo("web");
    assertThat(vm.node()).isEqualTo(NodeName.of("pve3"));
    server.answersError("500 no file", MISSING_FILE);
    server.answersData(RESOURCES);
    server.answersData("{\"name\":\"back\"}");
    assertThat(CallStyle.valueOf(vm.configAsync()).options().name()).isEqualTo("back");
    assertThat(server.requests(7))
        .containsExactly(
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve1/qemu/100/config",
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve3/qemu/100/config",
            "/api2/json/nodes/pve3/qemu/100/config",
            "/api2/json/cluster/resources?type=vm",
            "/api2/json/nodes/pve1/qemu/100/config");
  }

  @Test
  @Tag("U11")
  void aChangeIsMadeOnTheNodeThatTheGuestMovedTo() {
    VmConfig config = VmConfig.of(new QemuConfig(JsonObject.empty()));
    server.answersData(RESOURCES);
    Vm listed = pve.guests().vms().get(0);
    server.answersError("500 no file", MISSING_FILE);
    server.answersData(MOVED);
    server.answersData("null");
    listed.change(config.changesTo(config.with(options -> options.cores(4))));
    assertThat(server.requests(4)).endsWith("/api2/json/nodes/pve3/qemu/100/config");
  }

  @Test
  @Tag("U11")
  void aCallIsNotRepeatedIfTheGuestHasNotMoved() {
    Vm vm = pve.vm(100);
    server.answersData(RESOURCES);
    vm.node();
    server.answersError("500 no file", MISSING_FILE);
    server.answersData(RESOURCES);
    assertThatThrownBy(vm::config)
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nodes/pve1/qemu-server/100.conf");
    server.answersError("500 x", "{\"message\":\"snapshot 'nope' does not exist\\n\"}");
    assertThatThrownBy(() -> vm.config(SnapshotName.of("nope")))
        .isInstanceOf(NotFoundException.class);
    assertThat(server.mock.getRequestCount()).isEqualTo(4);
  }

  @Test
  void aFailedStartNamesTheGuestAndItsNode() {
    server.answersData(RESOURCES);
    server.answersError("500 x", "{\"message\":\"storage 'nfs' is not online\\n\"}");
    assertThatThrownBy(() -> pve.vm(100).start())
        .hasMessageStartingWith(
            "Cannot start VM 100 on pve1 (POST /nodes/pve1/qemu/100/status/start")
        .hasMessageContaining("storage 'nfs' is not online");
    server.answersData(RESOURCES);
    server.answersError("500 x", "{\"message\":\"CT is locked (backup)\\n\"}");
    assertThatThrownBy(() -> CallStyle.valueOf(pve.container(200).shutdownAsync()))
        .hasMessageStartingWith("Cannot shut down container 200 on pve2 (");
  }

  @Test
  void aListedGuestKeepsItsRowOfTheList() {
    server.answersData(
        "[{\"type\":\"qemu\",\"vmid\":100,\"node\":\"pve1\",\"id\":\"qemu/100\",\"name\":\"web\","
            + "\"status\":\"running\",\"tags\":\"prod;web\",\"pool\":\"shop\",\"template\":0,"
            + "\"lock\":\"backup\"},"
            + "{\"type\":\"lxc\",\"vmid\":200,\"node\":\"pve2\",\"id\":\"lxc/200\",\"template\":1}]");
    List<Guest> guests = pve.guests().list();
    GuestSummary web = guests.get(0).summary();
    assertThat(web.name()).isEqualTo("web");
    assertThat(web.isRunning()).isTrue();
    assertThat(web.status()).isEqualTo("running");
    assertThat(web.tags()).containsExactly("prod", "web");
    assertThat(web.pool()).isEqualTo(PoolId.of("shop"));
    assertThat(web.lock()).isEqualTo("backup");
    assertThat(web.isVm()).isTrue();
    assertThat(web.isTemplate()).isFalse();
    GuestSummary other = CallStyle.valueOf(guests.get(1).summaryAsync());
    assertThat(other.isTemplate()).isTrue();
    assertThat(other.name()).isNull();
    assertThat(other.tags()).isEmpty();
    assertThat(other.pool()).isNull();
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aGuestIsAVmOrAContainer() {
    assertThat(Guest.class.getPermittedSubclasses()).containsExactly(Vm.class, Container.class);
  }

  @Test
  void aGuestOfTheOtherKindIsReported() {
    server.answersData(RESOURCES);
    assertThatThrownBy(() -> pve.vm(200).start())
        .isInstanceOf(GuestNotFoundException.class)
        .hasMessageContaining("use container(200)");
    server.answersData(RESOURCES);
    assertThatThrownBy(() -> pve.container(100).start())
        .isInstanceOf(GuestNotFoundException.class)
        .hasMessageContaining("use vm(100)");
  }

  @Test
  void thePathTreeMirrorsTheApiViewer() {
    server.answersData("{\"version\":\"9.2.11\",\"release\":\"9.2\",\"repoid\":\"x\"}");
    assertThat(pve.api().version().get().release()).isEqualTo("9.2");
    assertThat(server.request().getTarget()).isEqualTo("/api2/json/version");
  }
}
