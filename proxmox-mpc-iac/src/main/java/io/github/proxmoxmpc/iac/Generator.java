package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.state.infrastructure.Infrastructure;

/**
 * Turns an infrastructure into files.
 *
 * <p>The same infrastructure gives the same files to the byte. A generator asks no server and holds
 * no state; implementations are immutable and safe to share between threads.
 */
public interface Generator {
  /** Makes the files; nothing is written. */
  GeneratedFiles generate(Infrastructure infrastructure);
}
