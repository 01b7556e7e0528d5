package io.github.proxmoxmpc.api.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that an operation answered instead of JSON, held in memory. Immutable and thread-safe.
 */
public final class Download {
  private final byte[] bytes;

  private Download(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies the bytes. */
  public static Download of(byte[] bytes) {
    return new Download(bytes.clone());
  }

  /** The number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the bytes; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Download that && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Download[" + bytes.length + " bytes]";
  }
}
