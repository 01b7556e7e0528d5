package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.GuestNotFoundException;
import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.task.Task;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
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
  void aGuestThatMovedIsFoundAgain() {
    server.answersData(RESOURCES);
    assertThat(pve.vm(100).node()).isEqualTo(NodeName.of("pve1"));
    server.answersData("[{\"type\":\"qemu\",\"vmid\":100,\"node\":\"pve3\",\"id\":\"qemu/100\"}]");
    assertThat(pve.vm(100).node()).isEqualTo(NodeName.of("pve3"));
  }

  @Test
  void configurationAndStateAreTyped() {
    server.answersData(RESOURCES);
    server.answersData("{\"name\":\"web\",\"memory\":\"2048\"}");
    assertThat(pve.vm(100).config().options().name()).isEqualTo("web");
    server.answersData(RESOURCES);
    server.answersData("{\"status\":\"running\",\"vmid\":100,\"uptime\":7}");
    assertThat(pve.vm(100).status().uptime()).hasSeconds(7);
    server.answersData(RESOURCES);
    server.answersData("{\"hostname\":\"ct\",\"memory\":128}");
    assertThat(pve.container(200).config().options().hostname()).isEqualTo("ct");
  }

  @Test
  void aGuestThatIsNotThereIsToldWithTheReasonWhyItMayBeHidden() {
    server.answersData(RESOURCES);
    assertThatThrownBy(() -> pve.vm(999).start())
        .isInstanceOf(GuestNotFoundException.class)
        .hasMessageContaining("VM 999")
        .hasMessageContaining("VM.Audit on /vms/999");
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aGuestOfTheOtherKindIsToldApart() {
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
