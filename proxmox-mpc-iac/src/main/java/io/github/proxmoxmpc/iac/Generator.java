package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.state.infrastructure.Infrastructure;

/**
 * Generates files from an infrastructure.
 *
 * <p>Equal infrastructures give identical files. A generator makes no calls to a server.
 * Implementations are immutable and thread-safe.
 */
public interface Generator {
  /** Generates the files in memory. */
  GeneratedFiles generate(Infrastructure infrastructure);
}
