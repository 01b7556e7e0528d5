package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.transfer.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A file as the body of a part. It is read while it is sent, and must have the declared size. */
final class FileBody extends RequestBody {
  private static final MediaType BYTES = MediaType.get("application/octet-stream");
  private static final int CHUNK = 64 * 1024;

  private final Upload file;

  FileBody(Upload file) {
    this.file = file;
  }

  @Override
  public MediaType contentType() {
    return BYTES;
  }

  @Override
  public long contentLength() {
    return file.size();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    InputStream in = opened();
    try {
      write(in, sink);
    } finally {
      close(in);
    }
  }

  private void write(InputStream in, BufferedSink sink) throws IOException {
    report(0);
    byte[] chunk = new byte[CHUNK];
    long sent = 0;
    while (sent < file.size()) {
      int read = read(in, chunk, (int) Math.min(chunk.length, file.size() - sent));
      if (read < 0) {
        throw new UploadFailure(changed("ended after " + sent), null);
      }
      sink.write(chunk, 0, read);
      sent += read;
      report(sent);
    }
    // The body then lacks its last part, so the server discards the file.
    if (read(in, chunk, 1) > 0) {
      throw new UploadFailure(changed("has more"), null);
    }
  }

  private InputStream opened() throws IOException {
    try {
      return file.open();
    } catch (IOException | RuntimeException e) {
      throw failure("opened", e);
    }
  }

  private int read(InputStream in, byte[] chunk, int most) throws IOException {
    try {
      return in.read(chunk, 0, most);
    } catch (IOException | RuntimeException e) {
      throw failure("read", e);
    }
  }

  /** Explains a failure; an interrupt is not a failure of the file. */
  private IOException failure(String what, Exception cause) {
    return cause instanceof InterruptedIOException interrupt
            && !(cause instanceof SocketTimeoutException)
        ? interrupt
        : new UploadFailure(file.name() + " could not be " + what + ": " + cause, cause);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException | RuntimeException e) {
      // The file was read completely, or another failure is about to be thrown.
    }
  }

  private void report(long sent) throws UploadFailure {
    try {
      file.progress().sent(sent, file.size());
    } catch (RuntimeException e) {
      throw new UploadFailure(
          "The progress listener stopped the upload of " + file.name() + ": " + e, e);
    }
  }

  private String changed(String how) {
    return file.name() + " should have " + file.size() + " bytes, but it " + how;
  }
}
