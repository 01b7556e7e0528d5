package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageFileRestoreDownloadGetRequest;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageFileRestoreDownloadPath;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.testing.UnderWay;
import io.github.proxmoxmpc.api.transfer.Download;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are no JSON, over a real socket. */
class DownloadTest {
  private static final String OCTETS = "application/octet-stream";
  private static final int MEGABYTE = 1 << 20;
  private static final String UPID = "UPID:pve:0000C350:00027100:6B023F30:vzdump:100:root@pam:";

  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.open(server.builder());

  @TempDir Path folder;

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /** Every byte there is, then many more than any buffer holds. */
  private static byte[] binary() {
    byte[] bytes = new byte[3 * MEGABYTE + 17];
    new Random(42).nextBytes(bytes);
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static MockResponse.Builder octets() {
    return new MockResponse.Builder().addHeader("Content-Type", OCTETS);
  }

  /** Never ends by itself. */
  private static final class Endless implements MockResponseBody {
    private final CountDownLatch refused = new CountDownLatch(1);

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      byte[] block = new byte[64 * 1024];
      try {
        while (true) {
          sink.write(block);
          sink.flush();
        }
      } catch (IOException e) {
        refused.countDown();
        throw e;
      }
    }

    boolean isRefused() throws InterruptedException {
      return refused.await(20, TimeUnit.SECONDS);
    }
  }

  /** Does not tell how long it is. */
  private record Unmeasured(byte[] bytes) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes).flush();
    }
  }

  /** Sends one byte, then nothing until it may go on. */
  private static final class Stalled implements MockResponseBody {
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public long getContentLength() {
      return 2;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeByte(7).flush();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private Download download(CallStyle way) {
    return download(way, client);
  }

  private static Download download(CallStyle way, ProxmoxClient client) {
    StorageFileRestoreDownloadPath place =
        client.api().nodes("pve").storage("pbs").fileRestore().download();
    StorageFileRestoreDownloadGetRequest request =
        StorageFileRestoreDownloadGetRequest.builder(
                "L2V0Yw==", VolumeId.of("pbs:backup/vm/100/2026-11-22T00:00:00Z"))
            .build();
    return way == CallStyle.BLOCKING
        ? place.get(request)
        : CallStyle.valueOf(place.getAsync(request));
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void everyByteArrivesAsItWasSent(CallStyle way) throws IOException {
    server.answers(octets().body(new Buffer().write(binary())).build());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Download download = download(way)) {
      assertThat(download.size()).isEqualTo(OptionalLong.of(binary().length));
      assertThat(download.writeTo(out)).isEqualTo(binary().length);
    }
    assertThat(out.toByteArray()).isEqualTo(binary());
    UnderWay.assertNothingIs(client);
    assertThat(server.request().getTarget())
        .startsWith("/api2/json/nodes/pve/storage/pbs/file-restore/download?filepath=L2V0Yw");
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void theSizeIsEmptyIfTheServerDoesNotSendIt(CallStyle way) throws IOException {
    server.answers(octets().chunkedBody(new Buffer().write(binary()), 1000).build());
    try (Download download = download(way)) {
      assertThat(download.size()).isEmpty();
      assertThat(download.stream().readAllBytes()).isEqualTo(binary());
    }
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void anEndlessResponseIsReadPartially(CallStyle way) throws Exception {
    Endless endless = new Endless();
    server.answers(octets().body(endless).build());
    Download download = download(way);
    assertThat(download.stream().readNBytes(8 * MEGABYTE)).hasSize(8 * MEGABYTE);
    download.close();
    assertThat(endless.isRefused()).isTrue();
    UnderWay.assertNothingIs(client);
  }

  @Test
  void aFileIsReplacedWhenTheDownloadIsComplete() throws IOException {
    Path file = Files.writeString(folder.resolve("etc.zip"), "from before");
    server.answers(octets().body(new Buffer().write(binary())).build());
    assertThat(download(CallStyle.BLOCKING).saveTo(file)).isEqualTo(binary().length);
    assertThat(file).hasBinaryContent(binary());
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    assertThat(List.of(folder.toFile().list())).containsExactly("etc.zip");
    UnderWay.assertNothingIs(client);
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void aResponseThatEndsWithItsConnectionIsReadToItsEnd(CallStyle way) throws IOException {
    // PVE::APIServer::AnyEvent (9.2) tells no length of a stream and makes no chunks of it.
    server.answers(
        octets()
            .body(new Unmeasured(binary()))
            .addHeader("Connection", "close")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    Path file = folder.resolve("etc.zip");
    try (Download download = download(way)) {
      assertThat(download.size()).isEmpty();
      assertThat(download.saveTo(file)).isEqualTo(binary().length);
    }
    assertThat(file).hasBinaryContent(binary());
    UnderWay.assertNothingIs(client);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileKeepsItsPermissionsAndANewOneHasTheDefaults() throws IOException {
    Path other = Files.createFile(folder.resolve("new"));
    Path file = folder.resolve("etc.zip");
    server.answers(octets().body("first").build());
    download(CallStyle.BLOCKING).saveTo(file);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    for (String permissions : List.of("rw-------", "rwxrw-rw-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      server.answers(octets().body("next").build());
      download(CallStyle.BLOCKING).saveTo(file);
      assertThat(file).hasContent("next");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(permissions);
    }
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void aBrokenDownloadLeavesTheExistingFileUnchanged(CallStyle way) throws IOException {
    Path file = Files.writeString(folder.resolve("etc.zip"), "from before");
    server.answers(
        octets()
            .body(new Buffer().write(binary()))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertThatThrownBy(() -> download(way).saveTo(file))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            "Cannot GET /nodes/pve/storage/pbs/file-restore/download on .*"
                + "the response broke off after \\d+ bytes .*Repeat the call\\.");
    assertThat(file).hasContent("from before");
    assertThat(List.of(folder.toFile().list())).containsExactly("etc.zip");
    UnderWay.assertNothingIs(client);
  }

  @Test
  void aMissingFolderIsReportedAndTheConnectionReleased() {
    server.answers(octets().body(new Endless()).build());
    Path file = folder.resolve("nosuch").resolve("etc.zip");
    assertThatThrownBy(() -> download(CallStyle.BLOCKING).saveTo(file))
        .hasMessageContaining("nosuch");
    UnderWay.assertNothingIs(client);
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void anErrorIsTheSameAsElsewhere(CallStyle way) {
    server.answersError(
        "400 Parameter verification failed.",
        "{\"data\":null,\"message\":\"Parameter verification failed.\\n\","
            + "\"errors\":{\"filepath\":\"no base64\"}}");
    assertThatThrownBy(() -> download(way))
        .isInstanceOfSatisfying(
            ParameterException.class,
            failure -> assertThat(failure.errors()).containsEntry("filepath", "no base64"));
    server.answersError("403 Permission check failed", "{\"data\":null}");
    assertThatThrownBy(() -> download(way)).isInstanceOf(PermissionException.class);
    UnderWay.assertNothingIs(client);
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void aWebPageIsNotTakenForAFile(CallStyle way) {
    server.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html; charset=utf-8")
            .body("<html>log in first</html>")
            .build());
    assertThatThrownBy(() -> download(way))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("text/html");
    UnderWay.assertNothingIs(client);
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void closingTheClientEndsTheDownload(CallStyle way) throws Exception {
    Endless endless = new Endless();
    server.answers(octets().body(endless).build());
    try (InputStream bytes = download(way).stream()) {
      assertThat(bytes.read()).isZero();
      client.close();
      assertThatThrownBy(bytes::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the client was closed");
    }
    assertThat(endless.isRefused()).isTrue();
    UnderWay.assertNothingIs(client);
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void closingADownloadEndsAReadInAnotherThread(CallStyle way) throws Exception {
    Stalled stalled = new Stalled();
    server.answers(octets().body(stalled).build());
    Download download = download(way);
    assertThat(download.stream().read()).isEqualTo(7);
    CompletableFuture<byte[]> reading =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return download.stream().readAllBytes();
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
    download.close();
    assertThatThrownBy(() -> reading.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("the response broke off after 1 bytes (the download was closed");
    stalled.goOn.countDown();
    UnderWay.assertNothingIs(client);
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void theCallTimeOutDoesNotApply(CallStyle way) throws IOException {
    // Shorter than it takes to shake hands over TLS.
    try (ProxmoxClient hasty =
        server.open(server.builder().timeouts(t -> t.call(Duration.ofMillis(1))))) {
      server.answers(octets().body(new Buffer().write(binary())).build());
      try (Download download = download(way, hasty)) {
        assertThat(download.stream().readAllBytes()).isEqualTo(binary());
      }
    }
  }

  @Test
  void aResponseThatArrivesAfterCancellationIsClosed() {
    AtomicBoolean closed = new AtomicBoolean();
    CompletableFuture<Closeable> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    CancellableChain.hand(cancelled, () -> closed.set(true));
    assertThat(closed).isTrue();
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void theLogOfATaskIsDecompressed(CallStyle way) throws IOException {
    String text = "INFO: starting new backup job\nTASK OK\n".repeat(1000);
    Buffer packed = new Buffer();
    try (BufferedSink gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8(text);
    }
    server.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/plain")
            .addHeader("Content-Encoding", "gzip")
            .body(packed)
            .build());
    var place = client.api().nodes("pve").tasks(UPID).log();
    try (Download log =
        way == CallStyle.BLOCKING ? place.download() : CallStyle.valueOf(place.downloadAsync())) {
      assertThat(log.size()).isEmpty();
      assertThat(log.stream()).hasContent(text);
    }
    assertThat(server.request().getTarget()).endsWith("/log?download=1");
  }
}
