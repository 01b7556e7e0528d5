package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.error.TimeoutException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(CallStyle.class)
class RepetitionTest {
  private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();

  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.client();
  private final CallStyle way;
  private final TestApi api;

  RepetitionTest(CallStyle way) {
    this.way = way;
    this.api = new TestApi(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static MockResponse ok() {
    return TestServer.json("{\"data\":{\"a\":1}}");
  }

  private static MockResponse closingBeforeTheAnswer() {
    return ok().newBuilder().onResponseStart(CLOSE).build();
  }

  private static MockResponse closingWithinTheAnswer() {
    return TestServer.json("{\"data\":{\"a\":\"" + "x".repeat(100_000) + "\"}}")
        .newBuilder()
        .onResponseBody(CLOSE)
        .build();
  }

  @Test
  void aReadIsRepeatedWhenTheConnectionBreaksBeforeTheResponse() {
    server.answers(closingBeforeTheAnswer());
    server.answers(closingBeforeTheAnswer());
    server.answers(ok());
    assertThat(api.config().size()).isEqualTo(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aReadIsRepeatedWhenTheConnectionBreaksWithinTheResponse() {
    server.answers(closingWithinTheAnswer());
    server.answers(ok());
    assertThat(api.config().toString()).isEqualTo("{\"a\":1}");
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aReadIsRepeatedALimitedNumberOfTimes() {
    for (int i = 0; i < 10; i++) {
      server.answers(closingBeforeTheAnswer());
    }
    assertThatThrownBy(api::config)
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("it is safe to repeat it");
    assertThat(server.mock.getRequestCount()).isEqualTo(4);
  }

  @Test
  void retriesCanBeSwitchedOff() {
    server.answers(closingBeforeTheAnswer());
    server.answers(ok());
    try (ProxmoxClient once = client.newBuilder().resilience(r -> r.retries(0)).build()) {
      assertThatThrownBy(() -> new TestApi(once, way).config())
          .isInstanceOf(ConnectionException.class);
    }
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 595, 597, 599})
  void aReadIsRepeatedDuringAShortOutage(int status) {
    server.answersWithoutBody(status + " away");
    server.answers(ok());
    assertThat(api.config().size()).isEqualTo(1);
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @Tag("S05")
  @ValueSource(
      strings = {
        "595 Connection refused",
        "596 Broken pipe",
        "596 Connection reset by peer",
        "597 Unexpected end-of-file"
      })
  void aReadIsRepeatedWhenTheConnectionToTheNodeBreaks(String status) {
    server.answersWithoutBody(status);
    server.answers(ok());
    assertThat(api.config().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @Tag("S05")
  @ValueSource(
      strings = {
        "400 no",
        "401 no",
        "403 no",
        "500 no",
        "501 no",
        "504 no",
        "595 Connection timed out",
        "596 Connection timed out",
        "596 tls_process_server_certificate: certificate verify failed"
      })
  void aReadIsNotRepeatedWhenItWouldNotHelp(String status) {
    server.answersWithoutBody(status);
    server.answers(ok());
    assertThatThrownBy(api::config);
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteIsNeverRepeatedWhenTheConnectionBreaks() {
    server.answers(closingBeforeTheAnswer());
    server.answersData("null");
    ConnectionException failure =
        catchThrowableOfType(ConnectionException.class, () -> api.putConfig(Parameters.none()));
    assertThat(failure.mayHaveBeenReceived()).isTrue();
    assertThat(failure)
        .hasMessageContaining("PUT /nodes/pve/qemu/100/config on " + server.url())
        .hasMessageContaining("The server may have executed the call");
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteIsNotRepeatedOnAPooledConnectionThatDied() {
    server.answers(ok());
    api.config();
    server.answers(closingBeforeTheAnswer());
    server.answersData("null");
    assertThatThrownBy(() -> api.putConfig(Parameters.none()))
        .isInstanceOf(ConnectionException.class);
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @Tag("S05")
  @ValueSource(ints = {502, 503, 504, 595, 596, 599})
  void aWriteIsNeverRepeatedAfterAResponse(int status) {
    server.answersWithoutBody(status + " away");
    server.answersData("null");
    assertThatThrownBy(() -> api.putConfig(Parameters.none()))
        .isInstanceOfAny(ServerException.class, NodeUnreachableException.class);
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteIsNotRepeatedEvenIfAProxyAsksForItAtOnce() {
    // OkHttp by itself repeats any request after a 503 that says so.
    server.answers(
        new MockResponse.Builder()
            .status("HTTP/1.1 503 Service Unavailable")
            .addHeader("Retry-After", "0")
            .build());
    server.answersData("null");
    assertThatThrownBy(() -> api.putConfig(Parameters.none())).isInstanceOf(ServerException.class);
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  @Tag("P04")
  void aRedirectIsNotFollowedSoTheTokenGoesNowhereElse() {
    server.answers(
        new MockResponse.Builder()
            .status("HTTP/1.1 307 Temporary Redirect")
            .addHeader("Location", server.url() + "/elsewhere")
            .build());
    server.answers(ok());
    assertThatThrownBy(api::config)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("redirects are not followed");
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRefusedTokenIsNotTriedAgain() {
    server.answersWithoutBody("401 Authentication failed!");
    server.answers(ok());
    assertThatThrownBy(api::config).isInstanceOf(AuthenticationException.class);
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteWithoutAConnectionIsReportedAsNotReceived() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (ProxmoxClient lost =
        ProxmoxClient.builder("https://localhost:" + port)
            .token(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET))
            .resilience(r -> r.firstPause(Duration.ofMillis(1)))
            .build()) {
      ConnectionException failure =
          catchThrowableOfType(
              ConnectionException.class, () -> new TestApi(lost, way).putConfig(Parameters.none()));
      assertThat(failure.mayHaveBeenReceived()).isFalse();
      assertThat(failure)
          .hasMessageContaining("did not receive the call")
          .hasMessageContaining("https://localhost:" + port);
    }
  }

  @Test
  void aWriteIsRepeatedWhenTheHandshakeBrokeBecauseNothingWasSentYet() {
    server.answers(new MockResponse.Builder().failHandshake().build());
    server.answersData("null");
    api.putConfig(Parameters.none());
    // MockWebServer counts the broken handshake as a request without a target.
    assertThat(server.mock.getRequestCount()).isEqualTo(2);
    server.request();
    assertThat(server.request().getMethod()).isEqualTo("PUT");
  }

  @Test
  void aTimeoutIsReportedAndNotRepeated() {
    server.answers(ok().newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.answers(ok());
    try (ProxmoxClient hasty =
        client.newBuilder().timeouts(t -> t.read(Duration.ofMillis(200))).build()) {
      assertThatThrownBy(() -> new TestApi(hasty, way).config())
          .isInstanceOf(TimeoutException.class)
          .hasMessageContaining("no response arrived in time");
    }
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theWholeCallHasATimeoutToo() {
    server.answers(ok().newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    try (ProxmoxClient hasty =
        client.newBuilder().timeouts(t -> t.call(Duration.ofSeconds(1))).build()) {
      TimeoutException failure =
          catchThrowableOfType(
              TimeoutException.class, () -> new TestApi(hasty, way).putConfig(Parameters.none()));
      assertThat(failure.mayHaveBeenReceived()).isTrue();
    }
  }

  @Test
  void anInterruptEndsTheWaitingAndIsKept() {
    server.answers(ok());
    Thread.currentThread().interrupt();
    assertThatThrownBy(api::config).isInstanceOf(WaitInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptEndsThePauseBeforeARepetition() {
    Thread caller = Thread.currentThread();
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            caller.interrupt();
            return new MockResponse.Builder().status("HTTP/1.1 503 away").build();
          }
        });
    try (ProxmoxClient slow =
        client.newBuilder().resilience(r -> r.firstPause(Duration.ofHours(1))).build()) {
      assertThatThrownBy(() -> new TestApi(slow, way).config())
          .isInstanceOf(WaitInterruptedException.class);
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerWithSeveralAddressesIsReachedAtTheOneThatAnswers() throws Exception {
    // Nobody listens on 127.0.0.2; without repetition of any kind the other address must be tried.
    List<InetAddress> addresses =
        List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress());
    OkHttpClient own = new OkHttpClient.Builder().dns(host -> addresses).build();
    server.answersData("null");
    try (ProxmoxClient careful =
        server
            .builder()
            .fingerprint(server.fingerprint())
            .connection(c -> c.httpClient(own))
            .resilience(r -> r.retries(0))
            .build()) {
      new TestApi(careful, way).putConfig(Parameters.none());
    }
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }
}
