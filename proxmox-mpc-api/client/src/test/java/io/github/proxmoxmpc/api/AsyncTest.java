package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.version.Version;
import io.github.proxmoxmpc.api.task.TaskOutcome;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.testing.UnderWay;
import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The behaviour of asynchronous calls only. Behaviour that both call styles share is tested per
 * style.
 */
class AsyncTest {
  private static final String VERSION = "{\"data\":{\"version\":\"9.2.11\",\"release\":\"9.2\"}}";

  private final TestServer server = new TestServer();
  private ProxmoxClient client = server.client();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @AfterEach
  void close() {
    mayAnswer.countDown();
    client.close();
    server.close();
  }

  private void with(ProxmoxClient.Builder builder) {
    client.close();
    client = builder.fingerprint(server.fingerprint()).build();
  }

  /** An OkHttpClient that tells when its first call has ended, well or not. */
  private OkHttpClient telling() {
    return new OkHttpClient.Builder()
        .eventListener(
            new EventListener() {
              @Override
              public void callEnd(Call call) {
                ended.countDown();
              }

              @Override
              public void callFailed(Call call, java.io.IOException failure) {
                ended.countDown();
              }
            })
        .build();
  }

  private interface Answer {
    MockResponse to(RecordedRequest request) throws InterruptedException;
  }

  private void answer(Answer answer) {
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer.to(request);
          }
        });
  }

  private void answerWhenAllowed() {
    answer(
        request -> {
          mayAnswer.await();
          return TestServer.json(VERSION);
        });
  }

  private CompletableFuture<Version> version() {
    return client.api().version().getAsync();
  }

  private static boolean isOver(CountDownLatch latch) throws InterruptedException {
    return latch.await(20, TimeUnit.SECONDS);
  }

  @Test
  void sixtyFourCallsRunAtOnceAlthoughTheDefaultOfOkHttpIsFive() throws Exception {
    CountDownLatch arrived = new CountDownLatch(64);
    answer(
        request -> {
          arrived.countDown();
          assertThat(isOver(arrived)).isTrue();
          return TestServer.json(VERSION);
        });

    List<CompletableFuture<Version>> calls =
        IntStream.range(0, 64).mapToObj(i -> version()).toList();

    for (CompletableFuture<Version> call : calls) {
      assertThat(CallStyle.valueOf(call).release()).isEqualTo("9.2");
    }
    assertThat(arrived.getCount()).isZero();
    UnderWay.assertNothingIs(client);
  }

  @Test
  void noMoreCallsRunAtOnceThanAllowed() {
    with(server.builder().connection(c -> c.concurrentCalls(2)));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    answer(
        request -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          now.decrementAndGet();
          return TestServer.json(VERSION);
        });
    IntStream.range(0, 40).mapToObj(i -> version()).toList().forEach(CallStyle::valueOf);
    assertThat(most.get()).isBetween(1, 2);
    assertThat(server.mock.getRequestCount()).isEqualTo(40);
  }

  @Test
  void theLimitAppliesToASharedHttpClientAndMustBePositive() {
    with(server.builder().connection(c -> c.httpClient(telling()).concurrentCalls(1)));
    server.answers(TestServer.json(VERSION));
    assertThat(CallStyle.valueOf(version()).version()).isEqualTo("9.2.11");
    assertThatThrownBy(() -> server.builder().connection(c -> c.concurrentCalls(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
  }

  @Test
  void aFutureFailsWithOurExceptionAndJoinWrapsIt() {
    server.answersWithoutBody("401 No ticket");
    server.answersWithoutBody("401 No ticket");
    Throwable told = CallStyle.valueOf(version().handle((version, failure) -> failure));
    assertThat(told).isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> version().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AuthenticationException.class);
  }

  @Test
  void aRequestThatBreaksItsRulesIsRejectedAtOnce() {
    assertThatThrownBy(
            () -> client.api().cluster().resources().getAsync(only -> only.with("type", "x")))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @Test
  void cancellingAFutureCancelsTheRunningCall() throws Exception {
    with(server.builder().connection(c -> c.httpClient(telling())));
    CountDownLatch arrived = new CountDownLatch(1);
    answer(
        request -> {
          arrived.countDown();
          mayAnswer.await();
          return TestServer.json(VERSION);
        });
    CompletableFuture<Version> call = version();
    assertThat(isOver(arrived)).isTrue();

    assertThat(call.cancel(true)).isTrue();

    assertThat(isOver(ended)).as("the connection was let go of before an answer").isTrue();
    assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
    UnderWay.assertNothingIs(client);
  }

  @Test
  void aTimeLimitOnTheFutureCancelsTheCall() throws Exception {
    with(server.builder().connection(c -> c.httpClient(telling())));
    answerWhenAllowed();
    CompletableFuture<Version> call = version().orTimeout(50, TimeUnit.MILLISECONDS);
    assertThat(catchThrowable(call::join))
        .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
    assertThat(isOver(ended)).isTrue();
    UnderWay.assertNothingIs(client);
  }

  @Test
  void cancellingAFutureCancelsTheQueuedCall() throws Exception {
    with(server.builder().connection(c -> c.concurrentCalls(1)));
    answerWhenAllowed();
    CompletableFuture<Version> first = version();
    CompletableFuture<Version> second = version();
    CompletableFuture<Version> third = version();

    second.cancel(true);
    mayAnswer.countDown();

    assertThat(CallStyle.valueOf(first).release()).isEqualTo("9.2");
    assertThat(CallStyle.valueOf(third).release()).isEqualTo("9.2");
    assertThat(second).isCancelled();
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
    UnderWay.assertNothingIs(client);
  }

  @Test
  void cancellingEndsThePauseBeforeARepetition() throws Exception {
    with(
        server
            .builder()
            .connection(c -> c.httpClient(telling()))
            .resilience(r -> r.firstPause(Duration.ofHours(1))));
    server.answersWithoutBody("503 away");
    server.answers(TestServer.json(VERSION));
    CompletableFuture<Version> call = version();
    assertThat(isOver(ended)).isTrue();

    call.cancel(true);

    UnderWay.assertNothingIs(client);
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void cancellingEndsTheCurrentStepOfAGuestAction() throws Exception {
    with(server.builder().connection(c -> c.httpClient(telling())));
    answerWhenAllowed();
    CompletableFuture<?> start = client.vm(100).startAsync();
    start.cancel(true);
    assertThat(isOver(ended)).isTrue();
    UnderWay.assertNothingIs(client);
  }

  @Test
  void cancellingAnAwaitEndsThePollingAndNotTheTask() {
    Upid upid = Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:root@pam:");
    answer(request -> TestServer.json("{\"data\":{\"status\":\"running\"}}"));
    CompletableFuture<TaskOutcome> await = client.task(upid).awaitAsync();
    await.cancel(true);
    assertThatThrownBy(await::join).isInstanceOf(CancellationException.class);
    assertThat(server.mock.getRequestCount()).isLessThan(1000);
    for (int i = 0; i < server.mock.getRequestCount(); i++) {
      assertThat(server.request().getMethod()).isEqualTo("GET");
    }
  }

  @Test
  void closingTheClientEndsRunningAndQueuedCalls() throws Exception {
    with(server.builder().connection(c -> c.concurrentCalls(1)));
    CountDownLatch arrived = new CountDownLatch(1);
    answer(
        request -> {
          arrived.countDown();
          mayAnswer.await();
          return TestServer.json(VERSION);
        });
    CompletableFuture<Version> underWay = version();
    assertThat(isOver(arrived)).isTrue();
    CompletableFuture<Version> waiting = version();

    client.close();

    assertThatThrownBy(() -> CallStyle.valueOf(underWay))
        .isInstanceOf(ConnectionException.class)
        .hasStackTraceContaining("the client was closed");
    assertThatThrownBy(() -> CallStyle.valueOf(waiting))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("not sent");
    assertThatThrownBy(() -> CallStyle.valueOf(version()))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("is closed");
    UnderWay.assertNothingIs(client);
  }

  @Test
  void closingTheClientEndsCallsThatAreQueuedBehindHangingOnes() throws Exception {
    with(server.builder().connection(c -> c.concurrentCalls(1)));
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    answer(
        request -> {
          arrived.countDown();
          never.await();
          return TestServer.json(VERSION);
        });
    version();
    assertThat(isOver(arrived)).isTrue();
    CompletableFuture<Version> waiting = version();
    client.close();
    assertThat(waiting).isCompletedExceptionally();
    never.countDown();
  }

  @Test
  void aDependentActionMayWaitForAnotherCall() throws Exception {
    with(server.builder().connection(c -> c.concurrentCalls(1)));
    answer(request -> TestServer.json(VERSION));
    CompletableFuture<String> second =
        version().thenApply(first -> version().thenApply(Version::release).join());
    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo("9.2");
  }

  @Test
  void closingTheClientEndsAPauseAtOnce() throws Exception {
    with(
        server
            .builder()
            .connection(c -> c.httpClient(telling()))
            .resilience(r -> r.firstPause(Duration.ofHours(1))));
    server.answersWithoutBody("503 away");
    CompletableFuture<Version> call = version();
    assertThat(isOver(ended)).isTrue();
    client.close();
    // That the answer came is told in another thread: the pause may not have begun.
    assertThatThrownBy(() -> CallStyle.valueOf(call))
        .isInstanceOf(ConnectionException.class)
        .hasStackTraceContaining("closed");
  }

  @Test
  void closingAVariantEndsOnlyItsOwnCalls() throws Exception {
    CountDownLatch arrived = new CountDownLatch(2);
    answer(
        request -> {
          arrived.countDown();
          mayAnswer.await();
          return TestServer.json(VERSION);
        });
    ProxmoxClient derived = client.newBuilder().build();
    CompletableFuture<Version> ofTheDerived = derived.api().version().getAsync();
    CompletableFuture<Version> ofTheParent = version();
    assertThat(isOver(arrived)).isTrue();

    derived.close();

    assertThatThrownBy(() -> CallStyle.valueOf(ofTheDerived))
        .isInstanceOf(ConnectionException.class);
    mayAnswer.countDown();
    assertThat(CallStyle.valueOf(ofTheParent).release()).isEqualTo("9.2");
  }

  @Test
  void closingAClientWithASharedHttpClientEndsItsBlockingCalls() throws Exception {
    with(server.builder().connection(c -> c.httpClient(new OkHttpClient())));
    CountDownLatch arrived = new CountDownLatch(1);
    answer(
        request -> {
          arrived.countDown();
          mayAnswer.await();
          return TestServer.json(VERSION);
        });
    CompletableFuture<Version> blocking =
        CompletableFuture.supplyAsync(() -> client.api().version().get());
    assertThat(isOver(arrived)).isTrue();
    client.close();
    assertThatThrownBy(() -> CallStyle.valueOf(blocking)).isInstanceOf(ConnectionException.class);
  }

  @Test
  void manyTasksAreAwaitedWithFewThreads() {
    with(server.builder().connection(c -> c.concurrentCalls(4)));
    AtomicInteger questions = new AtomicInteger();
    answer(
        request ->
            TestServer.json(
                questions.incrementAndGet() <= 200
                    ? "{\"data\":{\"status\":\"running\"}}"
                    : "{\"data\":{\"status\":\"stopped\",\"exitstatus\":\"OK\"}}"));
    Upid upid = Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:root@pam:");

    List<CompletableFuture<TaskOutcome>> awaits = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      awaits.add(client.task(upid).awaitAsync());
    }
    int threads = threadsOfTheDispatcher();
    awaits.forEach(await -> assertThat(CallStyle.valueOf(await).exitStatus()).isEqualTo("OK"));

    System.out.printf("async: 200 tasks awaited by %d threads%n", threads);
    assertThat(threads).isBetween(1, 4);
    assertThat(questions.get()).isGreaterThanOrEqualTo(400);
  }

  private int threadsOfTheDispatcher() {
    String name = "OkHttp https://localhost:" + server.mock.getPort();
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith(name))
            .count();
  }
}
