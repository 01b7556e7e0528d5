package io.github.proxmoxmpc.api.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to be sent: read while it is sent, and never held in memory, so it may be of any size.
 * Immutable; as thread-safe as its {@link Source} and its {@link Progress}. Where it cannot be
 * read, or has not as many bytes as it was to have, its call fails with {@link
 * io.github.proxmoxmpc.api.error.UploadException}.
 *
 * <p>The server puts it into the storage under the last part of its name, with {@code _} for what
 * is neither a letter of ASCII nor a digit, {@code .}, {@code -} or {@code _}: {@code debian
 * 13.iso} becomes {@code debian_13.iso} (PVE::Storage::normalize_content_filename).
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
   * A file of this machine, under its own name.
   *
   * @throws UncheckedIOException if there is no such file, or it cannot be read
   */
  public static Upload of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UncheckedIOException(
          new IOException("There is no file " + file + " to upload: give the path of one."));
    }
    if (!Files.isReadable(file)) {
      throw new UncheckedIOException(
          new IOException("The file " + file + " may not be read: upload one that may."));
    }
    try {
      return of(file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The size of " + file + " is not to be had", e);
    }
  }

  /**
   * Bytes from anywhere.
   *
   * @param name what the file is called
   * @param size how many bytes there are, 0 or more: the server wants to know it before the first
   *     one. Behind them the source has to end
   * @throws IllegalArgumentException if the name is empty, or the size negative
   */
  public static Upload of(String name, long size, Source source) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A file needs a name to be uploaded under");
    }
    if (size < 0) {
      throw new IllegalArgumentException("A file of " + size + " bytes cannot be uploaded");
    }
    return new Upload(name, size, Objects.requireNonNull(source, "source"), UNHEARD);
  }

  /**
   * The same file under another name.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public Upload named(String newName) {
    return of(newName, size, source).reporting(progress);
  }

  /** The same file, of which is told how far it has come. */
  public Upload reporting(Progress newProgress) {
    return new Upload(name, size, source, Objects.requireNonNull(newProgress, "progress"));
  }

  /** What the file is called; the server may change it. */
  public String name() {
    return name;
  }

  /** How many bytes there are. */
  public long size() {
    return size;
  }

  /**
   * Its bytes, from the first one; close the stream.
   *
   * @throws IOException if they cannot be had
   */
  public InputStream open() throws IOException {
    return source.open();
  }

  /** Who hears how far it has come. */
  public Progress progress() {
    return progress;
  }

  @Override
  public String toString() {
    return "Upload[" + name + ", " + size + " bytes]";
  }
}
