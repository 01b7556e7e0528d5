package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.NotImplementedByServerException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.error.UnsupportedVersionException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.rest.nodes.services.ServicesServicePath;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests when the client reads the server's release, and the effects of the result. */
class ReleaseTest {
  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.builder().fingerprint(server.fingerprint()).build();
  private final AtomicInteger questions = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private Supplier<MockResponse> version = () -> release("9.2.11");
  private Supplier<MockResponse> answer = () -> TestServer.json("{\"data\":[]}");

  ReleaseTest() {
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (!request.getTarget().endsWith("/version")) {
              return answer.get();
            }
            questions.incrementAndGet();
            asked.countDown();
            mayAnswer.await();
            return version.get();
          }
        });
  }

  @AfterEach
  void close() {
    mayAnswer.countDown();
    client.close();
    server.close();
  }

  private static MockResponse release(String version) {
    return TestServer.json("{\"data\":{\"version\":\"" + version + "\"}}");
  }

  private void isAnsweredAtOnce() {
    mayAnswer.countDown();
  }

  private CompletableFuture<?> youngAsync() {
    return client.api().cluster().bulkAction().guest().getAsync();
  }

  @Test
  void concurrentFirstCallsShareOneVersionRequest() {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<?>> calls =
          IntStream.range(0, 60)
              .<CompletableFuture<?>>mapToObj(
                  i ->
                      i % 2 == 0
                          ? youngAsync()
                          : CompletableFuture.supplyAsync(
                              () -> client.api().cluster().bulkAction().guest().get(), threads))
              .toList();
      isAnsweredAtOnce();
      calls.forEach(CallStyle::valueOf);
    } finally {
      threads.shutdownNow();
    }
    assertThat(questions.get()).isEqualTo(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(61);
  }

  @Test
  void cancellingOneCallerDoesNotEndTheSharedVersionRequest() throws Exception {
    CompletableFuture<?> first = youngAsync();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> second = youngAsync();

    first.cancel(true);
    isAnsweredAtOnce();

    CallStyle.valueOf(second);
    assertThat(first).isCancelled();
    assertThat(questions.get()).isEqualTo(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
  }

  @Test
  void interruptingOneCallerDoesNotEndTheVersionLookupOfTheOthers() throws Exception {
    isAnsweredAtOnce();
    version = () -> new MockResponse.Builder().status("HTTP/1.1 503 away").build();
    ProxmoxClient slow =
        client.newBuilder().resilience(r -> r.firstPause(Duration.ofHours(1))).build();
    Thread asking =
        new Thread(
            () ->
                assertThatThrownBy(slow::serverVersion)
                    .isInstanceOf(WaitInterruptedException.class));
    asking.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> waiting = slow.api().cluster().bulkAction().guest().getAsync();
    version = () -> release("9.2.11");

    asking.interrupt();

    CallStyle.valueOf(waiting);
    assertThat(questions.get()).isEqualTo(2);
  }

  @Test
  void aFailedVersionRequestIsRepeated() {
    isAnsweredAtOnce();
    version = () -> new MockResponse.Builder().status("HTTP/1.1 500 no").build();
    assertThatThrownBy(() -> CallStyle.valueOf(youngAsync())).isInstanceOf(ServerException.class);
    assertThatThrownBy(client::serverVersion).isInstanceOf(ServerException.class);
    version = () -> release("nine");
    assertThatThrownBy(() -> CallStyle.valueOf(youngAsync()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("'nine' is not a version");
    version = () -> release("9.2.11");
    CallStyle.valueOf(youngAsync());
    assertThat(client.serverVersion()).isEqualTo(new ServerVersion(9, 2));
    assertThat(questions.get()).isEqualTo(4);
  }

  @Test
  void aCallThatTheServerIsTooOldForIsRejectedBeforeSending() {
    isAnsweredAtOnce();
    version = () -> release("7.4-3");
    assertThatThrownBy(() -> CallStyle.valueOf(youngAsync()))
        .isInstanceOf(UnsupportedVersionException.class)
        .hasMessageContaining("Cannot send GET /cluster/bulk-action/guest: ")
        .hasMessageContaining("or newer, and the server is 7.4");
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theVersionIsReadAgainBeforeACallIsRejected() {
    isAnsweredAtOnce();
    version = () -> release("8.3.2");
    assertThat(client.serverVersion()).isEqualTo(ServerVersion.of("8.3"));
    assertThatThrownBy(() -> client.api().cluster().bulkAction().guest().get())
        .isInstanceOf(UnsupportedVersionException.class);
    version = () -> release("9.2.11");
    client.api().cluster().bulkAction().guest().get();
    CallStyle.valueOf(youngAsync());
    assertThat(questions.get()).isEqualTo(3);
    assertThat(client.serverVersion()).isEqualTo(ServerVersion.of("9.2"));
  }

  @Test
  void theVersionIsReadAgainAfterTheServerNoLongerKnowsAnOperation() {
    isAnsweredAtOnce();
    version = () -> release("7.4-17");
    client.api().nodes("pve1").ceph().pools().get();
    version = () -> release("9.2.11");
    answer = () -> new MockResponse.Builder().status("HTTP/1.1 501 Method not implemented").build();

    assertThatThrownBy(() -> client.api().nodes("pve1").ceph().pools().get())
        .isInstanceOf(NotImplementedByServerException.class)
        .hasMessageContaining(
            "The operation is gone in Proxmox VE 8.0 (use GET /nodes/{node}/ceph/pool there)");

    assertThatThrownBy(() -> client.api().nodes("pve1").ceph().pools().get())
        .isInstanceOf(UnsupportedVersionException.class)
        .hasMessageContaining("the operation needs Proxmox VE older than 8.0")
        .hasMessageEndingWith("the server is 9.2; use GET /nodes/{node}/ceph/pool there");
    assertThatThrownBy(
            () -> CallStyle.valueOf(client.api().nodes("pve1").ceph().pools().getAsync()))
        .isInstanceOf(UnsupportedVersionException.class);
  }

  @Test
  void anItemIsAvailableInAllReleasesBeforeItsRemoval() {
    isAnsweredAtOnce();
    // The facts know 8.3 and 9.0; a server between the two still has what went with 9.0.
    version = () -> release("8.4.1");
    client.api().nodes("pve1").scan().glusterfs().get(scan -> scan.server("192.0.2.1"));
    assertThat(questions.get()).isEqualTo(1);
  }

  @Test
  void ifTheVersionIsForbiddenAllCallsAreSent() {
    isAnsweredAtOnce();
    version =
        () -> new MockResponse.Builder().status("HTTP/1.1 403 Permission check failed").build();
    client.api().cluster().bulkAction().guest().get();
    CallStyle.valueOf(youngAsync());
    assertThat(questions.get()).isEqualTo(1);
    assertThatThrownBy(client::serverVersion)
        .isInstanceOf(PermissionException.class)
        .hasMessageContaining("GET /version");
    version = () -> release("7.4-3");
    assertThat(client.serverVersion()).isEqualTo(ServerVersion.of("7.4"));
    assertThatThrownBy(() -> CallStyle.valueOf(youngAsync()))
        .isInstanceOf(UnsupportedVersionException.class);
  }

  @Test
  void ifTheVersionIsForbiddenAllAsyncCallsAreSent() {
    isAnsweredAtOnce();
    version =
        () -> new MockResponse.Builder().status("HTTP/1.1 403 Permission check failed").build();
    CallStyle.valueOf(youngAsync());
    CallStyle.valueOf(youngAsync());
    assertThat(questions.get()).isEqualTo(1);
  }

  @Test
  void aRejectedTokenIsReportedByTheVersionRequest() {
    isAnsweredAtOnce();
    version = () -> new MockResponse.Builder().status("HTTP/1.1 401 No ticket").build();
    assertThatThrownBy(() -> client.api().cluster().bulkAction().guest().get())
        .isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> CallStyle.valueOf(youngAsync()))
        .isInstanceOf(AuthenticationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "8.4.1, 8.4",
    "9.0~beta1, 9.0",
    "9.0.0~11, 9.0",
    "7.4-17, 7.4",
    "6.4, 6.4",
    "10.0, 10.0",
    "8.3.5+deb12u1, 8.3"
  })
  void everyFormOfAVersionIsRead(String text, String expected) {
    isAnsweredAtOnce();
    version = () -> release(text);
    assertThat(client.serverVersion()).hasToString(expected);
  }

  @Test
  void releasesAreComparedAsNumbers() {
    assertThat(ServerVersion.of("9.2").isBefore(ServerVersion.of("10.0"))).isTrue();
    assertThat(ServerVersion.of("7.10").isBefore(ServerVersion.of("7.4"))).isFalse();
  }

  @Test
  void aConfiguredReleaseIsNeverRead() {
    ProxmoxClient told = client.newBuilder().serverVersion(ServerVersion.of("8.3")).build();
    assertThat(told.serverVersion()).isEqualTo(ServerVersion.of("8.3"));
    assertThat(CallStyle.valueOf(told.serverVersionAsync())).isEqualTo(ServerVersion.of("8.3"));
    assertThatThrownBy(() -> told.api().cluster().bulkAction().guest().get())
        .isInstanceOf(UnsupportedVersionException.class);
    assertThatThrownBy(
            () -> CallStyle.valueOf(told.api().cluster().bulkAction().guest().getAsync()))
        .isInstanceOf(UnsupportedVersionException.class);
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @Test
  void aVariantUsesTheReleaseThatItsParentHasRead() {
    isAnsweredAtOnce();
    try (ProxmoxClient variant = client.newBuilder().resilience(r -> r.retries(0)).build();
        ProxmoxClient pinned = client.newBuilder().serverVersion(ServerVersion.of("7.4")).build()) {
      assertThat(client.serverVersion()).isEqualTo(ServerVersion.of("9.2.11"));
      assertThat(variant.serverVersion()).isEqualTo(ServerVersion.of("9.2.11"));
      assertThat(variant.newBuilder().build().serverVersion())
          .isEqualTo(ServerVersion.of("9.2.11"));
      assertThat(pinned.serverVersion()).isEqualTo(ServerVersion.of("7.4"));
      assertThat(pinned.newBuilder().build().serverVersion()).isEqualTo(ServerVersion.of("7.4"));
    }
    assertThat(questions.get()).isEqualTo(1);
  }

  @Test
  void aParentUsesTheReleaseThatItsVariantHasRead() {
    isAnsweredAtOnce();
    version = () -> TestServer.json("{}").newBuilder().status("HTTP/1.1 403 no").build();
    assertThatThrownBy(client::serverVersion).isInstanceOf(PermissionException.class);
    version = () -> release("8.3.1");
    try (ProxmoxClient allowed = client.newBuilder().build()) {
      assertThat(allowed.serverVersion()).isEqualTo(ServerVersion.of("8.3.1"));
    }
    assertThat(client.serverVersion()).isEqualTo(ServerVersion.of("8.3.1"));
    assertThat(questions.get()).isEqualTo(2);
  }

  @Test
  void closingTheClientEndsTheVersionRequestAndItsCallers() throws Exception {
    CompletableFuture<?> first = youngAsync();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> second = youngAsync();
    client.close();
    assertThatThrownBy(() -> CallStyle.valueOf(first)).isInstanceOf(ConnectionException.class);
    assertThatThrownBy(() -> CallStyle.valueOf(second)).isInstanceOf(ConnectionException.class);
  }

  @Test
  void aPathValueThatTheReleaseLacksIsRejectedForAllOperationsBelowIt() {
    isAnsweredAtOnce();
    version = () -> release("8.3.0");
    answer = () -> TestServer.json("{\"data\":{}}");
    ServicesServicePath known = client.api().nodes("pve1").services("pveproxy");
    ServicesServicePath young = client.api().nodes("pve1").services("qmeventd");

    assertThat(known.state().get()).isNotNull();
    assertThatThrownBy(() -> young.state().get())
        .isInstanceOf(UnsupportedVersionException.class)
        .hasMessage(
            "Cannot send GET /nodes/pve1/services/qmeventd/state: 'service' with the value"
                + " 'qmeventd' needs Proxmox VE 9.0 or newer, and the server is 8.3");
    assertThat(young.restart().postAsync())
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(UnsupportedVersionException.class);

    version = () -> release("9.0.3");
    assertThat(young.state().get()).isNotNull();
  }
}
