package io.github.proxmoxmpc.api.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The bytes that an operation returns instead of JSON. They are streamed, so they may exceed the
 * memory. They can be read once. Close a download in any case, because it occupies a connection
 * until then.
 *
 * <p>The timeout of a whole call does not apply, only the timeout between two bytes. If the
 * connection breaks, reading fails with an {@link IOException} that names the number of bytes read.
 * One thread may read; any thread may close, which ends a read in progress.
 *
 * <pre>{@code
 * try (Download log = pve.api().nodes("pve1").tasks(upid).log().download()) {
 *   log.saveTo(Path.of("backup.log"));
 * }
 * }</pre>
 */
public interface Download extends Closeable {
  /** Returns the number of bytes; empty if the server does not send it, as with compression. */
  OptionalLong size();

  /** Returns the bytes. Closing the stream closes the download. */
  InputStream stream();

  /**
   * Writes the remaining bytes to a stream, which stays open, and closes this download.
   *
   * @return the number of bytes written
   */
  default long writeTo(OutputStream out) throws IOException {
    try (InputStream stream = stream()) {
      return stream.transferTo(out);
    }
  }

  /**
   * Writes the remaining bytes to a file, replaces an existing one, and closes this download. Until
   * the last byte has arrived, they are in a file with another name in the same directory. On a
   * POSIX file system, the new file gets the permissions of the file that it replaces.
   *
   * <p>The file is either complete or absent if {@link #size()} is known or the response is
   * chunked. Proxmox VE sends files out of backups with neither; such a response ends with its
   * connection, so a broken connection can leave a shorter file. Check its content: a truncated zip
   * archive, for example, lacks its directory.
   *
   * @return the number of bytes written
   */
  default long saveTo(Path file) throws IOException {
    try (InputStream stream = stream()) {
      Path part = PartFile.beside(file);
      try {
        long written;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
          written = stream.transferTo(out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return written;
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  @Override
  default void close() throws IOException {
    stream().close();
  }
}
