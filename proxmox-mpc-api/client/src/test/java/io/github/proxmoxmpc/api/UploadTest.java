package io.github.proxmoxmpc.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.TimeoutException;
import io.github.proxmoxmpc.api.error.UploadException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageChecksumAlgorithm;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageContent;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageUploadPath;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageUploadPostRequest;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.testing.UnderWay;
import io.github.proxmoxmpc.api.transfer.Upload;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are sent, over a real socket. */
class UploadTest {
  private static final String UPID = "UPID:pve:000042F4:0005DD07:6B0251EA:imgcopy::root@pam:";
  private static final int MEGABYTE = 1 << 20;

  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.open(server.builder());

  @TempDir Path folder;

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static StorageUploadPath upload(ProxmoxClient client) {
    return client.api().nodes("pve").storage("local").upload();
  }

  private static StorageUploadPostRequest iso(Upload file) {
    return StorageUploadPostRequest.builder(StorageContent.ISO, file).build();
  }

  private static Upload bytes(String name, byte[] bytes) {
    return Upload.of(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** A file that never ends, and tells when it begins. */
  private static Upload endless(CountDownLatch begun) {
    return Upload.of("endless.iso", 1L << 40, () -> new Zeros(new AtomicLong()))
        .reporting((sent, size) -> begun.countDown());
  }

  private static byte[] binary(int size) {
    byte[] bytes = new byte[size];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  @Test
  void theFileIsSentInPartsInTheOrderThatTheServerNeeds() throws IOException {
    byte[] bytes = binary(3 * MEGABYTE + 17);
    Path file = Files.write(folder.resolve("debian 13.iso"), bytes);
    server.answersData("\"" + UPID + "\"");

    String task =
        upload(client)
            .post(
                iso ->
                    iso.filename(Upload.of(file))
                        .checksum("abc")
                        .checksumAlgorithm(StorageChecksumAlgorithm.SHA256)
                        .content(StorageContent.ISO)
                        .with("newer", "a=b"))
            .upid()
            .toString();

    assertThat(task).isEqualTo(UPID);
    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo("POST /api2/json/nodes/pve/storage/local/upload?newer=a%3Db HTTP/1.1");
    String type = request.getHeaders().get("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = "--" + type.substring(type.indexOf('=') + 1);
    String before =
        boundary
            + "\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\niso\r\n"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"checksum-algorithm\"\r\n\r\nsha256\r\n"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"checksum\"\r\n\r\nabc\r\n"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"filename\"; filename=\"debian 13.iso\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    ByteString body = request.getBody();
    assertThat(body.substring(0, before.length()).utf8()).isEqualTo(before);
    int end = before.length() + bytes.length;
    assertThat(body.substring(before.length(), end)).isEqualTo(ByteString.of(bytes));
    assertThat(body.substring(end).utf8()).isEqualTo("\r\n" + boundary + "--\r\n");
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("" + body.size());
    assertThat(request.getHeaders().get("Transfer-Encoding")).isNull();
  }

  @Test
  void anEmptyFileIsAFile() {
    server.answersData("\"" + UPID + "\"");
    upload(client).post(iso(bytes("empty.iso", new byte[0])));
    assertThat(server.request().getBody().utf8()).contains("filename=\"empty.iso\"");
  }

  @Test
  void aFileNameWithQuotesIsEscaped() {
    server.answersData("\"" + UPID + "\"");
    upload(client).post(iso(bytes("a", new byte[1]).named("ü\"; name=\"content\"\r\nX: y.iso")));
    assertThat(server.request().getBody().string(UTF_8))
        .contains("; filename=\"ü%22; name=%22content%22%0D%0AX: y.iso\"\r\n");
  }

  @Test
  void progressIsReportedFromZeroToTheWholeSize() {
    server.answersData("\"" + UPID + "\"");
    List<Long> told = new ArrayList<>();
    byte[] bytes = binary(MEGABYTE);
    Upload file =
        bytes("a.iso", bytes)
            .reporting(
                (sent, size) -> {
                  assertThat(size).isEqualTo(bytes.length);
                  told.add(sent);
                });
    upload(client).post(iso(file));
    assertThat(told).startsWith(0L).endsWith((long) MEGABYTE).isSorted().hasSizeBetween(3, 100);
  }

  @Test
  void aFileIsReadWhileItIsSent() throws Exception {
    AtomicLong read = new AtomicLong();
    Upload file = Upload.of("endless.iso", 1L << 40, () -> new Zeros(read));
    ServerSocketFactory sockets =
        new HandshakeCertificates.Builder()
            .heldCertificate(server.certificate)
            .build()
            .sslContext()
            .getServerSocketFactory();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket deaf = sockets.createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<SSLSocket> greeted = threads.submit(() -> greet(deaf));
      try (ProxmoxClient hasty =
          ProxmoxClient.builder("https://localhost:" + deaf.getLocalPort())
              .token(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET))
              .fingerprint(server.fingerprint())
              .serverVersion(ServerVersion.of("9.2"))
              .timeouts(t -> t.read(Duration.ofMillis(500)))
              .build()) {
        assertThatThrownBy(() -> upload(hasty).post(iso(file)))
            .isInstanceOf(TimeoutException.class);
      }
      greeted.get().close();
    } finally {
      threads.shutdownNow();
    }
    // What the sockets hold between the two, and no more.
    assertThat(read.get()).isPositive().isLessThan(64 * MEGABYTE);
  }

  /** Greets a client, and then reads nothing. */
  private static SSLSocket greet(ServerSocket listening) throws IOException {
    SSLSocket socket = (SSLSocket) listening.accept();
    socket.startHandshake();
    return socket;
  }

  @Test
  void aCancelledUploadEnds() throws Exception {
    server.mock.setBodyLimit(0);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<?> upload = upload(client).postAsync(iso(endless(begun)));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    upload.cancel(true);
    UnderWay.assertNothingIs(client);
  }

  @Test
  void theCallTimeOutDoesNotApplyToAnUpload() throws Exception {
    Duration limit = Duration.ofMillis(300);
    CountDownLatch never = new CountDownLatch(1);
    Upload file =
        bytes("slow.iso", new byte[1])
            .reporting(
                (sent, size) -> {
                  try {
                    assertThat(never.await(limit.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    server.answersData("\"" + UPID + "\"");
    try (ProxmoxClient hasty = server.open(server.builder().timeouts(t -> t.call(limit)))) {
      assertThat(upload(hasty).post(iso(file)).upid()).hasToString(UPID);
    }
  }

  @Test
  void closingTheClientEndsAnUpload() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<?> upload = upload(client).postAsync(iso(endless(begun)));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    client.close();
    assertThatThrownBy(() -> upload.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("the client was closed");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void aFileWithAnotherSizeThanDeclaredIsReported(long difference) {
    byte[] bytes = binary(100_000);
    Upload file =
        Upload.of("log.iso", bytes.length - difference, () -> new ByteArrayInputStream(bytes));
    assertThatThrownBy(() -> upload(client).post(iso(file)))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining(
            "log.iso should have " + (bytes.length - difference) + " bytes, but it ")
        .hasMessageContaining(difference < 0 ? "ended after 100000" : "has more")
        .hasMessageContaining("/nodes/pve/storage/local/upload");
  }

  @Test
  void aFileThatCannotBeReadIsNotReportedAsABrokenConnection() {
    IOException broken = new IOException("the disk is gone");
    Upload file =
        Upload.of(
            "a.iso",
            5,
            () -> {
              throw broken;
            });
    assertThatThrownBy(() -> upload(client).post(iso(file)))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("a.iso could not be opened: java.io.IOException: the disk is gone")
        .hasCause(broken);
    assertThat(upload(client).postAsync(iso(file)))
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withCauseInstanceOf(UploadException.class);
  }

  @Test
  void theProgressListenerMayStopTheUpload() {
    RuntimeException enough = new IllegalStateException("enough");
    Upload file =
        bytes("a.iso", binary(MEGABYTE))
            .reporting(
                (sent, size) -> {
                  if (sent > 0) {
                    throw enough;
                  }
                });
    assertThatThrownBy(() -> upload(client).post(iso(file)))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining(
            "The progress listener stopped the upload of a.iso: java.lang.IllegalStateException:"
                + " enough")
        .hasCause(enough);
  }

  @Test
  void aRequestWithAFileCanBeSentAgainFromItsFirstByte() {
    AtomicInteger opened = new AtomicInteger();
    byte[] bytes = binary(10_000);
    Upload file =
        Upload.of(
            "a.iso",
            bytes.length,
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream(bytes);
            });
    StorageUploadPostRequest request = iso(file);
    server.answersError("403 Permission check failed", "{\"data\":null}");
    server.answersData("\"" + UPID + "\"");
    assertThatThrownBy(() -> upload(client).post(request)).isInstanceOf(PermissionException.class);
    upload(client).post(request);
    assertThat(opened).hasValue(2);
    for (int i = 0; i < 2; i++) {
      assertThat(server.request().getBody().indexOf(ByteString.of(bytes))).isPositive();
    }
  }

  @Test
  void aFileIsNotOpenedIfTheServerIsUnreachable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    AtomicInteger opened = new AtomicInteger();
    Upload file =
        Upload.of(
            "a.iso",
            1,
            () -> {
              opened.incrementAndGet();
              return InputStream.nullInputStream();
            });
    try (ProxmoxClient nobody =
        ProxmoxClient.builder("https://localhost:" + port)
            .token(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET))
            .resilience(r -> r.firstPause(Duration.ofMillis(1)))
            .serverVersion(ServerVersion.of("9.2"))
            .build()) {
      assertThatThrownBy(() -> upload(nobody).post(iso(file)))
          .isInstanceOf(ConnectionException.class);
    }
    assertThat(opened).hasValue(0);
  }

  @Test
  void aFileThatWasRemovedIsReportedWithTheReason() throws IOException {
    Path path = Files.write(folder.resolve("gone.iso"), new byte[3]);
    Upload file = Upload.of(path);
    Files.delete(path);
    assertThatThrownBy(() -> upload(client).post(iso(file)))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("gone.iso could not be opened: java.nio.file.NoSuchFileException: ");
  }

  @Test
  void aFailureToCloseTheFileDoesNotFailTheUpload() {
    InputStream stubborn =
        new ByteArrayInputStream(new byte[] {1}) {
          @Override
          public void close() throws IOException {
            throw new IOException("no");
          }
        };
    server.answersData("\"" + UPID + "\"");
    assertThat(upload(client).post(iso(Upload.of("a.iso", 1, () -> stubborn))).upid())
        .hasToString(UPID);
  }

  @Test
  void anInterruptOfTheSourceIsReportedAsAnInterrupt() {
    Upload file =
        Upload.of(
            "a.iso",
            1,
            () -> {
              throw new InterruptedIOException();
            });
    assertThatThrownBy(() -> upload(client).post(iso(file)))
        .isInstanceOf(WaitInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anUploadWithoutAFileIsRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> upload(client).post(iso -> iso.content(StorageContent.ISO)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("filename");
  }

  @Test
  void aPathThatIsNotAFileIsRejectedAtOnce() {
    assertThatThrownBy(() -> Upload.of(folder.resolve("none.iso")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.iso");
    assertThatThrownBy(() -> Upload.of(folder)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Upload.of(" ", 1, InputStream::nullInputStream))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Upload.of("a", -1, InputStream::nullInputStream))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Never ends. */
  private static final class Zeros extends InputStream {
    private final AtomicLong read;

    Zeros(AtomicLong read) {
      this.read = read;
    }

    @Override
    public int read() {
      read.incrementAndGet();
      return 0;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      read.addAndGet(length);
      return length;
    }
  }
}
