package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import java.util.Optional;

/** Refuses changes of a guest that is locked, for example by a backup or a migration. */
final class Locks {
  private Locks() {}

  static void check(ClusterGuest guest) {
    complaint(guest)
        .ifPresent(
            complaint -> {
              throw RefusalException.failure(complaint);
            });
  }

  static Optional<String> complaint(ClusterGuest guest) {
    String lock = guest.config().current().get("lock");
    return lock == null
        ? Optional.empty()
        : Optional.of(guest.kind().word() + " is locked (" + lock + ")");
  }
}
