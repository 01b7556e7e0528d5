package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.TaskFailedException;
import io.github.proxmoxmpc.api.error.TaskTimeoutException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.task.Polling;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.task.TaskOutcome;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.testing.UnderWay;
import io.github.proxmoxmpc.api.value.Upid;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers are of the form that Proxmox VE 9.2.11 was recorded to give. */
@ParameterizedClass
@EnumSource(CallStyle.class)
class TaskTest {
  private static final Upid UPID =
      Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:root@pam:");

  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.client();

  private final CallStyle way;

  TaskTest(CallStyle way) {
    this.way = way;
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private void isRunning() {
    server.answersData(
        "{\"pid\":1,\"pstart\":1,\"starttime\":1,\"type\":\"qmstart\",\"id\":\"300\",\"node\":\"pve\","
            + "\"user\":\"root@pam\",\"upid\":\""
            + UPID
            + "\",\"status\":\"running\"}");
  }

  private void hasEnded(String exitStatus) {
    server.answersData(
        "{\"pid\":1,\"pstart\":1,\"starttime\":1,\"type\":\"qmstart\",\"id\":\"300\",\"node\":\"pve\","
            + "\"user\":\"root@pam\",\"upid\":\""
            + UPID
            + "\",\"status\":\"stopped\","
            + "\"exitstatus\":\""
            + exitStatus
            + "\"}");
  }

  private void hasLog(String... lines) {
    server.answersData(entries(Stream.of(lines)));
  }

  private void hasLogOf(int total, Stream<String> lines) {
    server.answers(TestServer.json("{\"data\":" + entries(lines) + ",\"total\":" + total + "}"));
  }

  private static String entries(Stream<String> lines) {
    return lines
        .map(line -> "{\"n\":1,\"t\":\"" + line + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aCallThatStartsATaskReturnsIt() {
    server.answersData("\"" + UPID + "\"");
    Task task = new TestApi(client, way).create(Parameters.none());
    assertThat(task.upid()).isEqualTo(UPID);
    assertThat(task).hasToString("Task[" + UPID + "]");
  }

  @Test
  @Tag("P02")
  void aCallThatNeedsNoTaskReturnsNull() {
    server.answersData("null");
    assertThat(new TestApi(client, way).postConfig()).isNull();
    server.answersData("null");
    assertThatThrownBy(() -> new TestApi(client, way).create(Parameters.none()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("but found null");
    server.answersData("\"done\"");
    assertThatThrownBy(() -> new TestApi(client, way).create(Parameters.none()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("POST /nodes/pve/qemu");
  }

  @Test
  void awaitPollsWithGrowingPausesUntilTheTaskHasEnded() {
    for (int i = 0; i < 10; i++) {
      isRunning();
    }
    hasEnded("OK");
    TaskOutcome outcome = way.await(client.task(UPID));
    assertThat(outcome.exitStatus()).isEqualTo("OK");
    assertThat(outcome.hasWarnings()).isFalse();
    assertThat(outcome.warnings()).isEmpty();
    assertThat(server.pauses).hasSize(10).isSorted().startsWith(Duration.ofMillis(200));
    assertThat(server.pauses.get(9)).isEqualTo(Duration.ofSeconds(2));
    assertThat(server.request().getTarget())
        .isEqualTo("/api2/json/nodes/pve/tasks/" + UPID + "/status");
  }

  @Test
  void aFailedTaskThrowsItsExitStatusAndTheEndOfItsLog() {
    hasEnded("VM 300 already running");
    hasLog("first", "TASK ERROR: VM 300 already running");
    TaskFailedException failure =
        catchThrowableOfType(TaskFailedException.class, () -> way.await(client.task(UPID)));
    assertThat(failure.exitStatus()).isEqualTo("VM 300 already running");
    assertThat(failure.logEnd()).containsExactly("first", "TASK ERROR: VM 300 already running");
    assertThat(failure.upid()).isEqualTo(UPID);
    assertThat(failure)
        .hasMessageStartingWith("Task qmstart of 300 on pve failed: VM 300 already running")
        .hasMessageContaining("\n  TASK ERROR: VM 300 already running");
  }

  @Test
  void onlyTheEndOfALongLogIsRead() {
    hasEnded("boom");
    hasLogOf(100_000, IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i));
    hasLogOf(100_000, IntStream.rangeClosed(99_981, 100_000).mapToObj(i -> "line " + i));
    TaskFailedException failure =
        catchThrowableOfType(TaskFailedException.class, () -> way.await(client.task(UPID)));
    assertThat(failure.logEnd()).hasSize(20).startsWith("line 99981").endsWith("line 100000");
    server.request();
    assertThat(server.request().getTarget()).endsWith("/log?start=0&limit=20");
    assertThat(server.request().getTarget()).endsWith("/log?start=99980&limit=20");
  }

  @Test
  void aShortLogIsReadWithOneCall() {
    hasEnded("boom");
    hasLogOf(20, IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i));
    TaskFailedException failure =
        catchThrowableOfType(TaskFailedException.class, () -> way.await(client.task(UPID)));
    assertThat(failure.logEnd()).hasSize(20).startsWith("line 1");
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aLogOfUnknownLengthIsReadWholeAndItsEndReported() {
    hasEnded("boom");
    hasLog(IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).toArray(String[]::new));
    hasLog(IntStream.rangeClosed(1, 500).mapToObj(i -> "line " + i).toArray(String[]::new));
    hasLog("line 501", "TASK ERROR: boom");
    TaskFailedException failure =
        catchThrowableOfType(TaskFailedException.class, () -> way.await(client.task(UPID)));
    assertThat(failure.logEnd())
        .hasSize(20)
        .startsWith("line 483")
        .endsWith("line 501", "TASK ERROR: boom");
  }

  @Test
  void aFailedTaskIsReportedEvenIfItsLogCannotBeRead() {
    hasEnded("boom");
    server.answersError("500 x", "{\"message\":\"no log\"}");
    TaskFailedException failure =
        catchThrowableOfType(TaskFailedException.class, () -> way.await(client.task(UPID)));
    assertThat(failure.exitStatus()).isEqualTo("boom");
    assertThat(failure.logEnd()).isEmpty();
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  void aTaskWithWarningsSucceedsAndReturnsThem() {
    hasEnded("WARNINGS: 2");
    hasLog("start", "WARN: old machine type", "WARN: no agent", "TASK WARNINGS: 2");
    TaskOutcome outcome = way.await(client.task(UPID));
    assertThat(outcome.hasWarnings()).isTrue();
    assertThat(outcome.exitStatus()).isEqualTo("WARNINGS: 2");
    assertThat(outcome.warnings()).containsExactly("old machine type", "no agent");
  }

  @Test
  void aTaskThatEndedWithoutAnExitStatusFailed() {
    server.answersData("{\"status\":\"stopped\"}");
    hasLog("killed");
    assertThatThrownBy(() -> way.await(client.task(UPID)))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("no exit status known");
  }

  @Test
  void awaitEndsAtTheTimeLimitAndTheTaskContinues() {
    for (int i = 0; i < 50; i++) {
      isRunning();
    }
    Duration limit = Duration.ofMinutes(1);
    TaskTimeoutException timeout =
        catchThrowableOfType(TaskTimeoutException.class, () -> way.await(client.task(UPID), limit));
    assertThat(timeout.upid()).isEqualTo(UPID);
    assertThat(timeout)
        .hasMessageContaining("PT1M")
        .hasMessageContaining("continues on the server");
    assertThat(server.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .as("the last answer has some time, too")
        .isEqualTo(limit.minusMillis(250));
  }

  @Test
  void aServerThatDoesNotRespondDoesNotExtendTheTimeLimit() {
    server.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThatThrownBy(() -> way.await(client.task(UPID), Duration.ofMillis(50)))
        .isInstanceOf(TaskTimeoutException.class)
        .hasMessageContaining("PT0.05S");
    UnderWay.assertNothingIs(client);
  }

  @Test
  void theTimeLimitMayBeTheLongestDuration() {
    isRunning();
    hasEnded("OK");
    assertThat(way.await(client.task(UPID), Duration.ofSeconds(Long.MAX_VALUE)).exitStatus())
        .isEqualTo("OK");
  }

  @Test
  void awaitSurvivesAShortOutageOfTheServer() {
    try (ProxmoxClient once = client.newBuilder().resilience(r -> r.retries(0)).build()) {
      isRunning();
      server.answersWithoutBody("595 Connection refused");
      server.answers(
          TestServer.json("{\"data\":{}}")
              .newBuilder()
              .onResponseStart(new SocketEffect.CloseSocket())
              .build());
      hasEnded("OK");
      assertThat(way.await(once.task(UPID)).exitStatus()).isEqualTo("OK");
    }
  }

  @Test
  void awaitFailsAfterALongOutageOfTheServer() {
    try (ProxmoxClient once = client.newBuilder().resilience(r -> r.retries(0)).build()) {
      server.mock.close();
      assertThatThrownBy(() -> way.await(once.task(UPID))).isInstanceOf(ConnectionException.class);
      assertThat(server.pauses).hasSize(5);
    }
  }

  @Test
  void anInterruptEndsTheWaitingAndIsKept() {
    isRunning();
    Polling interrupted =
        new Polling(
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Clock.systemUTC(),
            duration -> {
              throw new InterruptedException();
            });
    try (ProxmoxClient other = client.newBuilder().polling(interrupted).build()) {
      assertThatThrownBy(() -> other.task(UPID).await())
          .isInstanceOf(WaitInterruptedException.class)
          .hasMessageContaining(UPID.value());
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aTaskThatTheServerNoLongerKnowsIsNotFound() {
    server.answersError(
        "400 Parameter verification failed.",
        "{\"message\":\"Parameter verification failed.\\n\",\"data\":null,\"errors\":{\"upid\":\"no"
            + " such task\"}}");
    assertThatThrownBy(() -> way.await(client.task(UPID))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void stopAsksTheServerToStopTheTask() {
    server.answersData("null");
    way.stop(client.task(UPID));
    assertThat(server.request().getRequestLine())
        .isEqualTo("DELETE /api2/json/nodes/pve/tasks/" + UPID + " HTTP/1.1");
  }

  @Test
  void theWholeLogIsReadPageByPage() {
    hasLog(IntStream.range(0, 500).mapToObj(i -> "a").toArray(String[]::new));
    hasLog("b");
    assertThat(way.log(client.task(UPID)).stream().collect(Collectors.joining()))
        .hasSize(501)
        .endsWith("b");
  }
}
