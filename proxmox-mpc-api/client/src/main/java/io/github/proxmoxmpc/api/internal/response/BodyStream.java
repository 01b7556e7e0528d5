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
 * The bytes of an answer while they come. Until the last one is read, or it is closed, the call is
 * under way: it ends with the client, and its connection serves nobody else.
 */
public final class BodyStream extends FilterInputStream {
  private final Runnable end = this::cancel;
  // A buffer of Okio that is closed while it is read hands its segments out twice.
  private final Lock reading = new ReentrantLock();
  private CallRegistry lifetime = CallRegistry.independent();
  private Runnable cancel = () -> {};
  private String unable = "";
  private long count;
  private volatile boolean whole;
  private volatile boolean closed;

  public BodyStream(ResponseBody body) {
    super(body.byteStream());
  }

  /** Ties it to the call that it is of, before anybody reads. */
  public void isOf(FailedCall call, Runnable newCancel, CallRegistry newLifetime) {
    unable = call.unable();
    cancel = newCancel;
    lifetime = newLifetime;
    lifetime.begins(end);
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
        lifetime.ended(end);
      } else {
        count += read;
      }
      return read;
    } catch (IOException e) {
      lifetime.ended(end);
      throw new IOException(
          unable
              + ": the answer broke off after "
              + count
              + " bytes ("
              + reason(e)
              + "). Ask again.",
          e);
    } finally {
      reading.unlock();
    }
  }

  private @Nullable String reason(IOException failure) {
    if (lifetime.isOver()) {
      return "the client was closed meanwhile";
    }
    return closed ? "the download was closed meanwhile" : failure.getMessage();
  }

  @Override
  public long skip(long wanted) throws IOException {
    long left = wanted;
    byte[] thrownAway = new byte[8192];
    while (left > 0) {
      int read = read(thrownAway, 0, (int) Math.min(left, thrownAway.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return wanted - left;
  }

  /**
   * What was not read is not waited for: the connection is given up, which ends a reading that is
   * under way.
   */
  @Override
  public void close() throws IOException {
    closed = true;
    if (!whole) {
      cancel();
    }
    lifetime.ended(end);
    reading.lock();
    try {
      super.close();
    } finally {
      reading.unlock();
    }
  }
}
