package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorTaskTest extends SimulatorTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.small().build())
          .configure(
              builder ->
                  builder.clock(Clock.fixed(Instant.ofEpochSecond(1_795_314_048), ZoneOffset.UTC)))
          .resetBeforeEach();

  private String status(String upid) {
    return String.valueOf(api.get("/nodes/pve1/tasks/" + upid + "/status").object().get("status"));
  }

  @Test
  void aHeldTaskRunsUntilItIsCompleted() {
    pve.holdTasks();
    String upid = api.post("/nodes/pve1/qemu/100/status/stop").text();
    assertThat(status(upid)).isEqualTo("running");
    assertThat(pve.guest(100).isRunning()).isTrue();
    assertThat(api.get("/nodes/pve1/tasks", "source", "active").row(0))
        .containsEntry("upid", upid)
        .containsEntry("status", "RUNNING");
    pve.completeTask(upid);
    assertThat(status(upid)).isEqualTo("stopped");
    assertThat(pve.guest(100).isRunning()).isFalse();
    assertThat(api.get("/nodes/pve1/tasks").row(0)).containsEntry("status", "OK");
  }

  @Test
  void anInterruptedTaskDoesNothing() {
    pve.holdTasks();
    ApiProbe.Response response = api.post("/nodes/pve1/qemu/100/status/shutdown");
    api.delete("/nodes/pve1/tasks/" + response.text());
    assertThat(api.exitOf(response)).isEqualTo("received interrupt");
    assertThat(pve.guest(100).isRunning()).isTrue();
    assertThat(api.get("/nodes/pve1/tasks/" + response.text() + "/log").row(0))
        .containsEntry("t", "TASK ERROR: received interrupt");
  }

  @Test
  void aHeldTaskCanBeFailed() {
    pve.holdTasks();
    ApiProbe.Response response = api.post("/nodes/pve1/qemu/100/status/stop");
    pve.failTask(response.text(), "storage 'nfs' is not online");
    assertThat(api.exitOf(response)).isEqualTo("storage 'nfs' is not online");
  }

  @Test
  void releasedTasksRunInOrder() {
    pve.holdTasks();
    api.post("/nodes/pve1/qemu/100/status/stop");
    api.delete("/nodes/pve2/qemu/101");
    pve.releaseTasks();
    assertThat(pve.vmids()).containsExactly(100, 200);
    assertThat(pve.guest(100).isRunning()).isFalse();
  }

  @Test
  void aUpidNamesNodeTimeTypeAndUser() {
    assertThat(api.post("/nodes/pve1/qemu/100/status/stop").text())
        .isEqualTo("UPID:pve1:00001001:00010001:6B025180:qmstop:100:root@pam!simulator:");
  }

  @Test
  void anUnknownTaskIsAParameterErrorWithALog() {
    String unknown = "UPID:pve1:00000001:00000001:00000001:qmstart:1:root@pam:";
    assertThat(api.get("/nodes/pve1/tasks/" + unknown + "/status").errors())
        .containsEntry("upid", "no such task");
    assertThat(api.get("/nodes/pve1/tasks/" + unknown + "/log").body())
        .isEqualTo(
            "{\"data\":[{\"n\":1,\"t\":\"unable to open file - No such file or directory\"}],"
                + "\"total\":1}");
    assertThat(api.get("/nodes/pve1/tasks/rubbish/status").errors())
        .containsEntry("upid", "unable to parse worker upid");
  }

  @Test
  void aLogIsReadInPages() {
    String upid = api.post("/nodes/pve2/qemu/101/config", "memory", "300").text();
    ApiProbe.Response part =
        api.get("/nodes/pve2/tasks/" + upid + "/log", "start", "1", "limit", "1");
    assertThat(part.body()).isEqualTo("{\"data\":[{\"n\":2,\"t\":\"TASK OK\"}],\"total\":2}");
  }

  @Test
  void tasksAreFoundByGuestAndByFailure() {
    api.post("/nodes/pve1/qemu/100/status/start");
    api.post("/nodes/pve1/lxc/200/status/start");
    assertThat(api.get("/nodes/pve1/tasks", "vmid", "200").list()).hasSize(1);
    assertThat(api.get("/nodes/pve1/tasks", "errors", "1").row(0))
        .containsEntry("status", "VM 100 already running");
    assertThat(api.get("/cluster/tasks").list()).hasSize(2);
  }
}
