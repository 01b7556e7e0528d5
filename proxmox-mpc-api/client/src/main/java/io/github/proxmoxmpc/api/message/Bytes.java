package io.github.proxmoxmpc.api.message;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that the server sends as a JSON text with one character per byte, such as a chart image.
 * Immutable and thread-safe.
 */
public final class Bytes {
  /** Reads bytes from JSON. */
  public static final Decoder<Bytes> TYPE = Decoder.text("bytes as characters", Bytes::of);

  private static final int MOST = 0xff;

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  private static Bytes of(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c > MOST) {
        throw new IllegalArgumentException("Character " + i + " is not a byte");
      }
      bytes[i] = (byte) c;
    }
    return new Bytes(bytes);
  }

  /** Returns the number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Returns a copy of the bytes. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** Writes the bytes to a stream, which stays open. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Bytes[" + bytes.length + "]";
  }
}
