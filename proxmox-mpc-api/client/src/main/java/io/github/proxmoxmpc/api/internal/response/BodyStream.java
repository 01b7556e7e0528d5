package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response while they arrive. Until the last byte is read, or the stream is closed,
 * the call is under way: closing the client ends it, and no other call can use its connection.
 */
public final class BodyStream extends FilterInputStream {
  private final Runnable end = this::cancel;
  // Closing an Okio buffer while it is read gives its segments to two owners.
  private final Lock reading = new ReentrantLock();
  private CallRegistry registry = CallRegistry.independent();
  private Runnable cancel = () -> {};
  private String unable = "";
  private long count;
  private volatile boolean whole;
  private volatile boolean closed;

  public BodyStream(ResponseBody body) {
    super(body.byteStream());
  }

  /** Ties the stream to its call; must precede the first read. */
  public void isOf(FailedCall call, Runnable newCancel, CallRegistry newRegistry) {
    unable = call.unable();
    cancel = newCancel;
    registry = newRegistry;
    registry.begins(end);
  }

  private void cancel() {
    cancel.run();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? read : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    reading.lock();
    try {
      int read = super.read(bytes, offset, length);
      if (read < 0) {
        whole = true;
        registry.ended(end);
      } else {
        count += read;
      }
      return read;
    } catch (IOException e) {
      registry.ended(end);
      throw new IOException(
          unable
              + ": the response broke off after "
              + count
              + " bytes ("
              + reason(e)
              + "). Repeat the call.",
          e);
    } finally {
      reading.unlock();
    }
  }

  private @Nullable String reason(IOException failure) {
    if (registry.isOver()) {
      return "the client was closed";
    }
    return closed ? "the download was closed" : failure.getMessage();
  }

  @Override
  public long skip(long wanted) throws IOException {
    long left = wanted;
    byte[] skipped = new byte[8192];
    while (left > 0) {
      int read = read(skipped, 0, (int) Math.min(left, skipped.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return wanted - left;
  }

  /**
   * Closes the stream. Unless all bytes were read, cancels the call, which also ends a read that is
   * under way in another thread.
   */
  @Override
  public void close() throws IOException {
    closed = true;
    if (!whole) {
      cancel();
    }
    registry.ended(end);
    reading.lock();
    try {
      super.close();
    } finally {
      reading.unlock();
    }
  }
}
