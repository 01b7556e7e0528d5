package io.github.proxmoxmpc.api.transfer;

/** Hears how far a file has come. */
@FunctionalInterface
public interface Progress {
  /**
   * Some more bytes were handed to the connection. Called by the thread that sends, which waits for
   * it: after each 64 KiB or so, and at the end. What it throws ends the upload.
   *
   * @param sent how many bytes, from 0; less than before where the file is sent again
   * @param size how many there are
   */
  void sent(long sent, long size);
}
