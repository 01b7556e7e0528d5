package io.github.proxmoxmpc.api.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to upload. It is streamed and never held in memory, so it may have any size. Immutable; as
 * thread-safe as its {@link Source} and its {@link Progress}. If the file cannot be read, or has
 * another size than announced, the call fails with {@link
 * io.github.proxmoxmpc.api.error.UploadException}.
 *
 * <p>The server stores it under the last part of its name and replaces every character except ASCII
 * letters, digits, {@code .}, {@code -} and {@code _} by {@code _}: {@code debian 13.iso} becomes
 * {@code debian_13.iso} (PVE::Storage::normalize_content_filename).
 *
 * <pre>{@code
 * Upload file = Upload.of(Path.of("debian-13.iso")).reporting((sent, size) -> bar.show(sent, size));
 * pve.api().nodes("pve1").storage("local").upload().post(iso -> iso.content(ISO).filename(file)).await();
 * }</pre>
 */
public final class Upload {
  private static final Progress UNHEARD = (sent, size) -> {};

  private final String name;
  private final long size;
  private final Source source;
  private final Progress progress;

  private Upload(String name, long size, Source source, Progress progress) {
    this.name = name;
    this.size = size;
    this.source = source;
    this.progress = progress;
  }

  /**
   * Creates an upload of a local file under its own name.
   *
   * @throws UncheckedIOException if there is no such file, or it cannot be read
   */
  public static Upload of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UncheckedIOException(
          new IOException("Cannot upload " + file + ": there is no such file"));
    }
    if (!Files.isReadable(file)) {
      throw new UncheckedIOException(
          new IOException("Cannot upload " + file + ": permission denied"));
    }
    try {
      return of(file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot upload " + file + ": its size cannot be read", e);
    }
  }

  /**
   * Creates an upload from a source of bytes.
   *
   * @param name the name of the file
   * @param size the number of bytes, 0 or more; the server needs it before the first byte, and the
   *     source must end after that many
   * @throws IllegalArgumentException if the name is empty, or the size negative
   */
  public static Upload of(String name, long size, Source source) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Cannot upload a file without a name");
    }
    if (size < 0) {
      throw new IllegalArgumentException("Cannot upload a file of " + size + " bytes");
    }
    return new Upload(name, size, Objects.requireNonNull(source, "source"), UNHEARD);
  }

  /**
   * Returns a copy with another name.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public Upload named(String newName) {
    return of(newName, size, source).reporting(progress);
  }

  /** Returns a copy that reports its progress. */
  public Upload reporting(Progress newProgress) {
    return new Upload(name, size, source, Objects.requireNonNull(newProgress, "progress"));
  }

  /** Returns the name of the file; the server may change it. */
  public String name() {
    return name;
  }

  /** Returns the number of bytes. */
  public long size() {
    return size;
  }

  /**
   * Opens the file at its first byte. The caller closes the stream.
   *
   * @throws IOException if the file cannot be read
   */
  public InputStream open() throws IOException {
    return source.open();
  }

  /** Returns the listener for its progress. */
  public Progress progress() {
    return progress;
  }

  @Override
  public String toString() {
    return "Upload[" + name + ", " + size + " bytes]";
  }
}
