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
 * The bytes that an operation answers instead of JSON, as they come: nothing is kept in memory, so
 * they may be more than fit into it. They can be read once; close it, read or not, for until then
 * it keeps a connection.
 *
 * <p>The time-out of a whole call does not count here, only the one between two bytes. Where the
 * connection breaks, reading fails with an {@link IOException} that says how far it came. One
 * thread may read; any thread may close, which ends a reading that is under way.
 *
 * <pre>{@code
 * try (Download log = pve.api().nodes("pve1").tasks(upid).log().download()) {
 *   log.saveTo(Path.of("backup.log"));
 * }
 * }</pre>
 */
public interface Download extends Closeable {
  /** How many bytes there are; empty where the server does not say, as when it packs them. */
  OptionalLong size();

  /** The bytes. Closing the stream closes the download. */
  InputStream stream();

  /**
   * Writes what is not read yet; the other stream stays open, and this is closed.
   *
   * @return how many bytes were written
   */
  default long writeTo(OutputStream out) throws IOException {
    try (InputStream stream = stream()) {
      return stream.transferTo(out);
    }
  }

  /**
   * Writes what is not read yet into a file, in place of one that is there, and closes this. Until
   * the last byte has come, they are kept beside it under another name. A file that is replaced
   * leaves its permissions to the new one, where the file system has those of POSIX.
   *
   * <p>The file is whole or not there, where {@link #size()} is known or the answer comes in
   * chunks. An answer without either, as Proxmox VE sends files out of backups, ends with its
   * connection: where that breaks off unnoticed, the file is as long as what has come. Check it by
   * what it holds; a zip archive that is cut off, for one, lacks its directory.
   *
   * @return how many bytes were written
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
