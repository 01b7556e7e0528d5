package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.MalformedAnswerException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.error.WrongReleaseException;
import io.github.proxmoxmpc.api.identifier.Release;
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

/** When the server is asked for its release, and what follows. */
class ReleaseTest {
  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.builder().fingerprint(server.fingerprint()).build();
  private final AtomicInteger questions = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private Supplier<MockResponse> version = () -> release("9.2.11");

  ReleaseTest() {
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (!request.getTarget().endsWith("/version")) {
              return TestServer.json("{\"data\":[]}");
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
  void manyFirstCallsAskOnceWhicheverWayTheyGo() {
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
      calls.forEach(Way::valueOf);
    } finally {
      threads.shutdownNow();
    }
    assertThat(questions.get()).isEqualTo(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(61);
  }

  @Test
  void whoeverCancelsLeavesTheQuestionToTheOthers() throws Exception {
    CompletableFuture<?> first = youngAsync();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> second = youngAsync();

    first.cancel(true);
    isAnsweredAtOnce();

    Way.valueOf(second);
    assertThat(first).isCancelled();
    assertThat(questions.get()).isEqualTo(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
  }

  @Test
  void whoeverIsInterruptedLeavesTheQuestionToTheOthers() throws Exception {
    isAnsweredAtOnce();
    version = () -> new MockResponse.Builder().status("HTTP/1.1 503 away").build();
    ProxmoxClient slow = client.newBuilder().firstPause(Duration.ofHours(1)).build();
    Thread asking =
        new Thread(
            () -> assertThatThrownBy(slow::release).isInstanceOf(WaitInterruptedException.class));
    asking.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> waiting = slow.api().cluster().bulkAction().guest().getAsync();
    version = () -> release("9.2.11");

    asking.interrupt();

    Way.valueOf(waiting);
    assertThat(questions.get()).isEqualTo(2);
  }

  @Test
  void aQuestionThatFailedIsAskedAgain() {
    isAnsweredAtOnce();
    version = () -> new MockResponse.Builder().status("HTTP/1.1 500 no").build();
    assertThatThrownBy(() -> Way.valueOf(youngAsync())).isInstanceOf(ServerException.class);
    assertThatThrownBy(client::release).isInstanceOf(ServerException.class);
    version = () -> release("nine");
    assertThatThrownBy(() -> Way.valueOf(youngAsync()))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("'nine' is no release");
    version = () -> release("9.2.11");
    Way.valueOf(youngAsync());
    assertThat(client.release()).isEqualTo(new Release(9, 2));
    assertThat(questions.get()).isEqualTo(4);
  }

  @Test
  void aServerThatIsTooOldIsToldAndNothingIsSent() {
    isAnsweredAtOnce();
    version = () -> release("7.4-3");
    assertThatThrownBy(() -> Way.valueOf(youngAsync()))
        .isInstanceOf(WrongReleaseException.class)
        .hasMessageContaining("GET /cluster/bulk-action/guest was not sent")
        .hasMessageContaining("or newer, and the server is 7.4");
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatWasUpgradedIsAskedAgainBeforeACallIsRefused() {
    isAnsweredAtOnce();
    version = () -> release("8.3.2");
    assertThat(client.release()).isEqualTo(Release.of("8.3"));
    assertThatThrownBy(() -> client.api().cluster().bulkAction().guest().get())
        .isInstanceOf(WrongReleaseException.class);
    version = () -> release("9.2.11");
    client.api().cluster().bulkAction().guest().get();
    Way.valueOf(youngAsync());
    assertThat(questions.get()).isEqualTo(3);
    assertThat(client.release()).isEqualTo(Release.of("9.2"));
  }

  @Test
  void aReleaseThatIsSaidIsNeverAsked() {
    ProxmoxClient told = client.newBuilder().release(Release.of("8.3")).build();
    assertThat(told.release()).isEqualTo(Release.of("8.3"));
    assertThat(Way.valueOf(told.releaseAsync())).isEqualTo(Release.of("8.3"));
    assertThatThrownBy(() -> told.api().cluster().bulkAction().guest().get())
        .isInstanceOf(WrongReleaseException.class);
    assertThatThrownBy(() -> Way.valueOf(told.api().cluster().bulkAction().guest().getAsync()))
        .isInstanceOf(WrongReleaseException.class);
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @Test
  void closingTheClientEndsTheQuestionAndWhoWaitsForIt() throws Exception {
    CompletableFuture<?> first = youngAsync();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<?> second = youngAsync();
    client.close();
    assertThatThrownBy(() -> Way.valueOf(first)).isInstanceOf(ConnectionException.class);
    assertThatThrownBy(() -> Way.valueOf(second)).isInstanceOf(ConnectionException.class);
  }
}
