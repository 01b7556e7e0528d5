package io.github.proxmoxmpc.api.internal.version;

import java.util.concurrent.CompletableFuture;

/** Reads the server's version, such as {@code 9.2.11}, with {@code GET /version}. Thread-safe. */
public interface VersionSource {
  /** Reads the version in the thread of the caller. */
  String ask();

  /** Reads the version without blocking a thread. */
  CompletableFuture<String> askAsync();
}
