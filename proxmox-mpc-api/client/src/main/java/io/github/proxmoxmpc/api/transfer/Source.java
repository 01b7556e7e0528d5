package io.github.proxmoxmpc.api.transfer;

import java.io.IOException;
import java.io.InputStream;

/** Opens the bytes of a file. */
@FunctionalInterface
public interface Source {
  /**
   * Opens the file at its first byte. Called again if the file is sent again, which happens only if
   * the server has not received it. The caller closes the stream. The stream must end after the
   * last byte, or the upload waits.
   *
   * @throws IOException if the bytes cannot be read
   */
  InputStream open() throws IOException;
}
