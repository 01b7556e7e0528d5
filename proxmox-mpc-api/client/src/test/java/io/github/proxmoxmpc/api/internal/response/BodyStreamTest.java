package io.github.proxmoxmpc.api.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.transfer.Download;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.GzipSink;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
  private static final FailedCall CALL =
      new FailedCall("GET /x", "GET", "/x", "https://pve1:8006", "ci@pve!build");

  /** Gives all but the last byte, then waits for it until the call is cancelled. */
  private static final class Blocked implements Source {
    private final CountDownLatch waits = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Buffer begin;
    private volatile boolean closed;
    private volatile boolean closedWhileRead;

    private Blocked(Buffer bytes) {
      begin = new Buffer();
      begin.write(bytes, bytes.size() - 1);
    }

    @Override
    public long read(Buffer sink, long count) throws IOException {
      if (!begin.exhausted()) {
        return begin.read(sink, count);
      }
      waits.countDown();
      try {
        cancelled.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      closedWhileRead = closed;
      throw new IOException("Canceled");
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static Buffer text() {
    return new Buffer().writeUtf8("INFO: starting new backup job\n");
  }

  private static Buffer packed() throws IOException {
    Buffer packed = new Buffer();
    try (GzipSink gzip = new GzipSink(packed)) {
      Buffer text = text();
      gzip.write(text, text.size());
    }
    return packed;
  }

  private static void closeDuringARead(Blocked source, UnaryOperator<Source> unpacked)
      throws Exception {
    ResponseBody body =
        ResponseBody.create(
            Okio.buffer(unpacked.apply(source)), MediaType.get("application/octet-stream"), -1);
    Download download = BodyDownload.of(body);
    CountDownLatch closing = new CountDownLatch(1);
    ((BodyStream) download.stream()).isOf(CALL, closing::countDown, CallRegistry.independent());
    CompletableFuture<byte[]> reading = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                reading.complete(download.stream().readAllBytes());
              } catch (IOException | RuntimeException e) {
                reading.completeExceptionally(e);
              }
            })
        .start();
    assertThat(source.waits.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closer = new Thread(() -> assertThatCode(download::close).doesNotThrowAnyException());
    closer.start();
    assertThat(closing.await(20, TimeUnit.SECONDS)).isTrue();
    while (closer.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    assertThat(closer.getState()).as("waits for the reader").isEqualTo(Thread.State.WAITING);
    source.cancelled.countDown();
    assertThatThrownBy(() -> reading.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("Cannot GET /x on https://pve1:8006: the response broke off")
        .hasMessageContaining("the download was closed");
    closer.join(20_000);
    assertThat(source.closedWhileRead).isFalse();
    assertThat(source.closed).isTrue();
  }

  @Test
  void closingWaitsForAReadInAnotherThread() throws Exception {
    closeDuringARead(new Blocked(text()), source -> source);
  }

  @Test
  void closingWaitsForADecompressionInAnotherThread() throws Exception {
    closeDuringARead(new Blocked(packed()), GzipSource::new);
  }
}
