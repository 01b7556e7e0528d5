package io.github.proxmoxmpc.api.testing;

import io.github.proxmoxmpc.api.ClientAccess;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.internal.task.Pause;
import io.github.proxmoxmpc.api.internal.task.Polling;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server with real TLS that returns the responses of a test. */
public final class TestServer implements AutoCloseable {
  public static final String TOKEN_ID = "ci@pve!build";
  public static final String SECRET = "6a1f4c1e-9a55-4a4b-8ad5-5a1a3f0c9d11";

  public final MockWebServer mock = new MockWebServer();
  public final HeldCertificate certificate;

  /** Pauses that were asked for; none of them took any time. */
  public final List<Duration> pauses = new ArrayList<>();

  private Instant now = Instant.parse("2026-11-22T00:00:00Z");

  public TestServer() {
    this(selfSigned("localhost").build());
  }

  public TestServer(HeldCertificate certificate) {
    this.certificate = certificate;
    mock.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    try {
      mock.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static HeldCertificate.Builder selfSigned(String host) {
    return new HeldCertificate.Builder().commonName("pve").addSubjectAlternativeName(host);
  }

  public String url() {
    return "https://localhost:" + mock.getPort();
  }

  public String fingerprint() {
    return Fingerprint.of(certificate.certificate()).value();
  }

  public ProxmoxClient.Builder builder() {
    return ClientAccess.withoutPauses(
        ProxmoxClient.builder(url()).token(TOKEN_ID, Secret.of(SECRET)), polling());
  }

  public ProxmoxClient client() {
    return builder().fingerprint(fingerprint()).build();
  }

  /** Creates a client that does not read the version of this server. */
  public ProxmoxClient open(ProxmoxClient.Builder builder) {
    return builder.serverVersion(ServerVersion.of("9.2")).fingerprint(fingerprint()).build();
  }

  public Polling polling() {
    Pause pause =
        new Pause() {
          @Override
          public void of(Duration duration) {
            pauses.add(duration);
            now = now.plus(duration);
          }

          @Override
          public CompletableFuture<Boolean> begin(Duration duration) {
            of(duration);
            return CompletableFuture.completedFuture(true);
          }
        };
    return new Polling(Duration.ofMillis(200), Duration.ofSeconds(2), clock(), pause);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  public void answersData(String json) {
    answers(json("{\"data\":" + json + "}"));
  }

  public void answersError(String status, String body) {
    answers(json(body).newBuilder().status("HTTP/1.1 " + status).build());
  }

  public void answersWithoutBody(String status) {
    answers(new MockResponse.Builder().status("HTTP/1.1 " + status).build());
  }

  public void answers(MockResponse response) {
    mock.enqueue(response);
  }

  public static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json;charset=UTF-8")
        .body(body)
        .build();
  }

  /** The next request that arrived; fails if none did. */
  public RecordedRequest request() {
    try {
      return Objects.requireNonNull(mock.takeRequest(5, TimeUnit.SECONDS), "no request arrived");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the next requests, as method and path. */
  public List<String> requests(int count) {
    return Stream.generate(this::request).limit(count).map(RecordedRequest::getTarget).toList();
  }

  @Override
  public void close() {
    mock.close();
  }
}
