package io.github.proxmoxmpc.api.internal;

import io.github.proxmoxmpc.api.error.MalformedAnswerException;
import io.github.proxmoxmpc.api.error.WrongReleaseException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the server's release does not have. The server is asked once, and only when a
 * request needs more than the oldest release that the facts know. Thread-safe.
 */
final class ReleaseGate {
  // In the facts, this stands for "then or before".
  private static final String OLDEST = "6.0";

  private final Supplier<String> version;
  // Not a monitor: whoever waits here may be a virtual thread.
  private final Lock asking = new ReentrantLock();
  private volatile @Nullable Release server;

  /**
   * Makes a gate; the server is not asked yet.
   *
   * @param version asks the server for its version
   */
  ReleaseGate(Supplier<String> version) {
    this.version = version;
  }

  /**
   * Lets a request pass, or refuses it.
   *
   * @throws WrongReleaseException if the server is too old for a part of it, or too new
   */
  void check(Operation operation, Parameters parameters) {
    if (!operation.since().equals(OLDEST)) {
      check(operation, new Need("the operation", operation.since(), null));
    }
    for (Need need : parameters.needs()) {
      check(operation, need);
    }
  }

  private void check(Operation operation, Need need) {
    Release found = server();
    if (need.since() != null && found.isBefore(Release.parse(need.since()))) {
      throw refused(operation, need, need.since() + " or newer", found);
    }
    if (need.until() != null && Release.parse(need.until()).isBefore(found)) {
      throw refused(operation, need, need.until() + " or older", found);
    }
  }

  private static WrongReleaseException refused(
      Operation operation, Need need, String needed, Release found) {
    return new WrongReleaseException(operation.title(), need.what(), needed, found.toString());
  }

  private Release server() {
    Release known = server;
    return known != null ? known : ask();
  }

  /** Callers that come meanwhile wait for the one answer; a failed question is asked again. */
  private Release ask() {
    asking.lock();
    try {
      Release known = server;
      if (known == null) {
        known = Release.parse(version.get());
        server = known;
      }
      return known;
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException("GET /version: " + e.getMessage(), e);
    } finally {
      asking.unlock();
    }
  }
}
