package io.github.proxmoxmpc.api.transfer;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a file come from. */
@FunctionalInterface
public interface Source {
  /**
   * Begins at the first byte. Asked again where the file is sent again, which happens only if the
   * server did not receive it before; whoever asks closes the stream. It has to end behind the last
   * byte: one that stays open there keeps the upload waiting.
   *
   * @throws IOException if the bytes cannot be had
   */
  InputStream open() throws IOException;
}
