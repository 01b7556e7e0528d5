package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.testing.TestServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bursts of concurrent calls reuse the connections of the burst before. */
@Tag("F01")
class ConnectionReuseTest {
  private static final int BURSTS = 12;

  private final TestServer server = new TestServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    server.close();
    threads.shutdownNow();
  }

  @ParameterizedTest(name = "{0} concurrent calls, {1}")
  @CsvSource({"16, false", "16, true", "64, false", "64, true", "3, true"})
  void burstsOpenOneConnectionPerConcurrentCall(int calls, boolean isAsync) throws Exception {
    // The server responds when all calls of a burst have arrived: each needs its own connection.
    CyclicBarrier burst = new CyclicBarrier(calls);
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            try {
              burst.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
              return new MockResponse.Builder().status("HTTP/1.1 500 " + e).build();
            }
            return TestServer.json("{\"data\":{\"version\":\"9.2.1\",\"release\":\"9.2\"}}");
          }
        });
    try (ProxmoxClient pve = server.client()) {
      for (int i = 0; i < BURSTS; i++) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int j = 0; j < calls; j++) {
          all.add(
              isAsync
                  ? pve.api().version().getAsync()
                  : CompletableFuture.runAsync(() -> pve.api().version().get(), threads));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
      }
    }
    Set<Integer> connections = new HashSet<>();
    for (int i = 0; i < BURSTS * calls; i++) {
      connections.add(server.request().getConnectionIndex());
    }
    // A pause of the test machine may cost idle connections once, a pool of 8 in each burst.
    assertThat(connections).hasSizeBetween(calls, 2 * calls);
  }
}
