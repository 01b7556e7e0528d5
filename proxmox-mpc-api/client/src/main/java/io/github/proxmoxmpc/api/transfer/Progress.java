package io.github.proxmoxmpc.api.transfer;

/** Listens to the progress of an upload. */
@FunctionalInterface
public interface Progress {
  /**
   * Receives the progress. The sending thread calls it after about each 64 KiB and at the end, and
   * waits for it. An exception ends the upload.
   *
   * @param sent the number of bytes sent, from 0; less than before if the file is sent again
   * @param size the size of the file in bytes
   */
  void sent(long sent, long size);
}
