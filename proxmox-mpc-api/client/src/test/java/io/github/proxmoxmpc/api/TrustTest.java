package io.github.proxmoxmpc.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  private static final String OTHER =
      "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";

  @TempDir Path folder;

  private static void assertTrusted(TestServer server, ProxmoxClient.Builder builder) {
    server.answersData("{\"a\":1}");
    try (ProxmoxClient client = builder.build()) {
      assertThat(new TestApi(client).config().size()).isEqualTo(1);
    }
  }

  private static TlsException refusal(TestServer server, ProxmoxClient.Builder builder) {
    server.answersData("{\"a\":1}");
    try (ProxmoxClient client = builder.build()) {
      TlsException refusal =
          catchThrowableOfType(TlsException.class, () -> new TestApi(client).config());
      assertThat(refusal).isNotNull();
      assertThat(refusal.mayHaveBeenReceived()).isFalse();
      return refusal;
    }
  }

  private Path pem(HeldCertificate... certificates) throws Exception {
    StringBuilder text = new StringBuilder();
    for (HeldCertificate each : certificates) {
      text.append(each.certificatePem());
    }
    return Files.writeString(folder.resolve("ca.pem"), text);
  }

  @Test
  void theFingerprintIsAcceptedInAllCommonNotations() {
    try (TestServer server = new TestServer()) {
      String fingerprint = server.fingerprint();
      assertTrusted(server, server.builder().fingerprint(fingerprint));
      assertTrusted(server, server.builder().fingerprint(fingerprint.toLowerCase(Locale.ROOT)));
      assertTrusted(server, server.builder().fingerprint(fingerprint.replace(":", "")));
    }
  }

  @Test
  void aPinnedCertificateMayHaveAnotherNameAndBeExpired() {
    HeldCertificate odd = TestServer.selfSigned("pve.example").validityInterval(1, 2_000).build();
    try (TestServer server = new TestServer(odd)) {
      assertTrusted(server, server.builder().fingerprint(server.fingerprint()));
    }
  }

  @Test
  void anotherFingerprintIsRejectedAndThePresentedOneIsReported() {
    try (TestServer server = new TestServer()) {
      assertThat(refusal(server, server.builder().fingerprint(OTHER)))
          .hasMessageContaining(OTHER)
          .hasMessageContaining("presented the SHA-256 fingerprint " + server.fingerprint())
          .hasMessageContaining("nothing was sent");
      assertThat(server.mock.getRequestCount()).isZero();
    }
  }

  @Test
  void theFingerprintOfTheAuthorityIsNotThatOfTheServer() {
    HeldCertificate ca = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (TestServer server =
        new TestServer(TestServer.selfSigned("localhost").signedBy(ca).build())) {
      String authority = Fingerprint.of(ca.certificate()).value();
      refusal(server, server.builder().fingerprint(authority));
    }
  }

  @Test
  void aSelfSignedCertificateIsRejectedByDefaultAndItsFingerprintIsReported() {
    try (TestServer server = new TestServer()) {
      assertThat(refusal(server, server.builder()))
          .hasMessageContaining("presented the SHA-256 fingerprint " + server.fingerprint())
          .hasMessageContaining("fingerprint(...)");
    }
  }

  @Test
  void everyAuthorityInTheFileIsTrusted() throws Exception {
    HeldCertificate ca = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate other = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (TestServer server =
        new TestServer(TestServer.selfSigned("localhost").signedBy(ca).build())) {
      assertTrusted(server, server.builder().certificateAuthorities(pem(other, ca)));
      refusal(server, server.builder().certificateAuthorities(pem(other)));
    }
  }

  @Test
  void aSelfSignedCertificateInTheFileIsTrusted() throws Exception {
    try (TestServer server = new TestServer()) {
      assertTrusted(server, server.builder().certificateAuthorities(pem(server.certificate)));
    }
  }

  @Test
  void aTrustedAuthorityDoesNotReplaceTheCheckOfTheHostName() throws Exception {
    HeldCertificate ca = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (TestServer server =
        new TestServer(TestServer.selfSigned("pve.example").signedBy(ca).build())) {
      assertThat(refusal(server, server.builder().certificateAuthorities(pem(ca))))
          .hasMessageContaining("not for this host name")
          .hasMessageContaining("pve.example");
    }
  }

  @Test
  void aMissingOrMalformedCaFileIsReportedWhenTheClientIsBuilt() throws Exception {
    try (TestServer server = new TestServer()) {
      Path missing = folder.resolve("missing.pem");
      assertThatThrownBy(() -> server.builder().certificateAuthorities(missing).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("missing.pem");
      Path empty = Files.writeString(folder.resolve("empty.pem"), "");
      assertThatThrownBy(() -> server.builder().certificateAuthorities(empty).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no certificate");
      Path text = Files.writeString(folder.resolve("text.pem"), "not a certificate");
      assertThatThrownBy(() -> server.builder().certificateAuthorities(text).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("text.pem");
    }
  }

  @Test
  void insecureTrustsAnyCertificate() {
    HeldCertificate odd = TestServer.selfSigned("pve.example").validityInterval(1, 2_000).build();
    try (TestServer server = new TestServer(odd)) {
      assertTrusted(server, server.builder().insecureTrustAnyCertificate());
    }
  }

  @Test
  void onlyOneKindOfTrustCanBeSet() {
    assertThatThrownBy(
            () -> ProxmoxClient.builder("pve1").fingerprint(OTHER).insecureTrustAnyCertificate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("call only one of");
  }

  @Test
  void aMalformedFingerprintIsRejectedAtOnce() {
    assertThatThrownBy(() -> ProxmoxClient.builder("pve1").fingerprint("AB:CD"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void aSharedHttpClientKeepsItsTrustIfNoneIsSet() {
    try (TestServer server = new TestServer()) {
      HandshakeCertificates trusting =
          new HandshakeCertificates.Builder()
              .addTrustedCertificate(server.certificate.certificate())
              .build();
      OkHttpClient own =
          new OkHttpClient.Builder()
              .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
              .build();
      assertTrusted(server, server.builder().connection(c -> c.httpClient(own)));
      refusal(server, server.builder().connection(c -> c.httpClient(new OkHttpClient())));
    }
  }

  @Test
  void aVariantMayTrustAnotherCertificate() {
    try (TestServer server = new TestServer();
        ProxmoxClient strict = server.client()) {
      refusal(server, strict.newBuilder().fingerprint(OTHER));
      assertTrusted(server, strict.newBuilder());
    }
  }

  @Test
  void aVariantThatTrustsAnAuthorityChecksTheHostNameAgain() throws Exception {
    HeldCertificate odd = TestServer.selfSigned("pve.example").build();
    try (TestServer server = new TestServer(odd);
        ProxmoxClient pinned = server.client()) {
      refusal(server, pinned.newBuilder().certificateAuthorities(pem(odd)));
    }
  }

  @Test
  void aServerWithoutTlsIsReportedAsUnreachable() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answersPlainHttp(plain));
      try (ProxmoxClient client =
          ProxmoxClient.builder("https://localhost:" + plain.getLocalPort())
              .token(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET))
              .resilience(r -> r.retries(0))
              .build()) {
        ConnectionException failure =
            catchThrowableOfType(ConnectionException.class, () -> new TestApi(client).config());
        assertThat(failure.mayHaveBeenReceived()).isFalse();
      }
      answer.get(10, TimeUnit.SECONDS);
    }
  }

  private static void answersPlainHttp(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
