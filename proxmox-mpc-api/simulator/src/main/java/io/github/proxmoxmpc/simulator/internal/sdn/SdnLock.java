package io.github.proxmoxmpc.simulator.internal.sdn;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import org.jspecify.annotations.Nullable;

/** The lock of the whole configuration: while it is held, writes need its token. */
final class SdnLock {
  private static final String LOCK = SdnSections.ROOT + "/lock";

  private SdnLock() {}

  /** Refuses a write without the token of the lock. */
  static void check(RoutedCall call) {
    Section lock = file(call).find("");
    if (lock != null && !lock.text("token", "").equals(call.text("lock-token"))) {
      throw RefusalException.failure(
          "invalid lock token provided! at /usr/share/perl5/PVE/Network/SDN.pm line 291.");
    }
  }

  static Object acquire(RoutedCall call) {
    String failed = "could not acquire lock for SDN config: ";
    if (!call.isTrue("allow-pending") && SdnApply.hasPendingChanges(call)) {
      throw RefusalException.failure(
          failed
              + "configuration has pending changes at"
              + " /usr/share/perl5/PVE/API2/Network/SDN.pm line 190.");
    }
    check(call);
    String token = call.cluster().newUuid();
    file(call).put(new Section("").set("token", token));
    return token;
  }

  static @Nullable Object release(RoutedCall call) {
    if (!call.isTrue("force")) {
      check(call);
    }
    file(call).remove("");
    return null;
  }

  /** Releases the lock after a write with its token that asks for it. */
  static void releaseIfWanted(RoutedCall call) {
    if (call.has("lock-token") && !"0".equals(call.text("release-lock"))) {
      file(call).remove("");
    }
  }

  private static SectionFile file(RoutedCall call) {
    return call.cluster().sections().file(LOCK);
  }
}
