package io.github.proxmoxmpc.api.internal.version;

import java.util.concurrent.CompletableFuture;

/** Asks the server for its version, such as {@code 9.2.11}: {@code GET /version}. Thread-safe. */
public interface VersionSource {
  /** Asks, and waits for the answer. */
  String ask();

  /** Asks, and does not wait. */
  CompletableFuture<String> askAsync();
}
