package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.testing.TestServer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Blocking calls by very many threads: virtual ones where the JDK has them (21 and later). */
class ConcurrencyTest {
  private static final int CALLS = 500;
  private static final int AT_ONCE = 150;

  @Test
  void fiveHundredBlockingCallsWaitAtOnceWithoutHoldingTheirCarriers() throws Exception {
    CountDownLatch arrived = new CountDownLatch(AT_ONCE);
    Set<String> carriers = ConcurrentHashMap.newKeySet();
    boolean virtual = Runtime.version().feature() >= 21;
    ExecutorService threads = threads(virtual);
    try (TestServer server = new TestServer();
        ProxmoxClient client = server.client()) {
      server.mock.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
              arrived.countDown();
              // With two carriers that are held by two calls, the others would never arrive.
              assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
              return TestServer.json("{\"data\":{\"version\":\"9.2.11\",\"release\":\"9.2\"}}");
            }
          });
      CompletableFuture<?>[] calls =
          IntStream.range(0, CALLS)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> {
                            assertThat(client.api().version().get().release()).isEqualTo("9.2");
                            carriers.add(carrier(Thread.currentThread().toString()));
                          },
                          threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(calls).get(120, TimeUnit.SECONDS);
      assertThat(server.mock.getRequestCount()).isEqualTo(CALLS);
    } finally {
      threads.shutdownNow();
    }
    System.out.printf(
        "%d blocking calls, %d at once, on JDK %d: %s%n",
        CALLS,
        AT_ONCE,
        Runtime.version().feature(),
        virtual ? "virtual threads on " + carriers.size() + " carriers" : "platform threads");
    if (virtual) {
      assertThat(carriers).hasSizeLessThanOrEqualTo(16).allMatch(name -> name.contains("worker"));
    }
  }

  /**
   * {@code VirtualThread[#30]/runnable@ForkJoinPool-1-worker-2} runs on the worker behind the @.
   */
  private static String carrier(String thread) {
    return thread.substring(thread.indexOf('@') + 1);
  }

  // By name, because the tests are compiled for Java 17.
  private static ExecutorService threads(boolean virtual) throws ReflectiveOperationException {
    return virtual
        ? (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
        : Executors.newFixedThreadPool(AT_ONCE);
  }
}
