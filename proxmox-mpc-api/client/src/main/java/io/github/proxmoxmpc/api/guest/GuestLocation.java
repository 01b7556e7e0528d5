package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where a guest is: it is looked up at the first use, and again after a miss.
 * Thread-safe.
 */
final class GuestLocation {
  // PVE::AbstractConfig::load_config: the guest left the node. PVE::Cluster: the node left.
  private static final Pattern MISS =
      Pattern.compile(
          "(?i)configuration file '[^']*' does not exist|no such cluster node"
              + "|hostname lookup '[^']*' failed");

  private final GuestLookup lookup;
  private volatile @Nullable GuestSummary known;
  private volatile boolean fromList;

  /** Creates a location that is looked up when it is needed. */
  GuestLocation(GuestLookup lookup) {
    this.lookup = lookup;
  }

  /** Creates a location that a list has just named. */
  GuestLocation(GuestLookup lookup, GuestSummary listed) {
    this.lookup = lookup;
    this.known = listed;
    this.fromList = true;
  }

  /** Returns the remembered row, or looks it up. */
  GuestSummary get() {
    GuestSummary remembered = known;
    return remembered == null ? remember(lookup.find()) : remembered;
  }

  /** Asynchronous variant of {@link #get}. */
  CompletableFuture<GuestSummary> getAsync() {
    GuestSummary remembered = known;
    return remembered == null
        ? CancellableChain.map(lookup.findAsync(), this::remember)
        : CompletableFuture.completedFuture(remembered);
  }

  /**
   * Returns the row for a call that starts a task. A node takes such a call for a guest that left
   * it, and only the task fails (PVE 9.2); so a node that was remembered from an earlier call is
   * looked up anew.
   */
  GuestSummary forTask() {
    if (!fromList) {
      known = null;
    }
    return get();
  }

  /** Asynchronous variant of {@link #forTask}. */
  CompletableFuture<GuestSummary> forTaskAsync() {
    if (!fromList) {
      known = null;
    }
    return getAsync();
  }

  /** Returns the new row if the failure means that the guest has moved; null if it does not. */
  @Nullable GuestSummary afterMiss(GuestSummary tried, Throwable failure) {
    if (!isMiss(failure)) {
      return null;
    }
    return elsewhere(tried, lookup.findNow());
  }

  /** Asynchronous variant of {@link #afterMiss}. */
  CompletableFuture<@Nullable GuestSummary> afterMissAsync(GuestSummary tried, Throwable failure) {
    if (!isMiss(failure)) {
      return CompletableFuture.completedFuture(null);
    }
    return CancellableChain.map(lookup.findNowAsync(), row -> elsewhere(tried, row));
  }

  /** Remembers the new row, and returns it if it names another node; null if it does not. */
  private @Nullable GuestSummary elsewhere(GuestSummary tried, GuestSummary row) {
    GuestSummary now = remember(row);
    return now.node().equals(tried.node()) ? null : now;
  }

  private GuestSummary remember(GuestSummary row) {
    known = row;
    return row;
  }

  private boolean isMiss(Throwable failure) {
    boolean isMiss =
        failure instanceof NotFoundException missing && MISS.matcher(missing.reason()).find();
    if (isMiss || failure instanceof NodeUnreachableException) {
      // An unreachable node may have acted on the call: it is not repeated, but looked up next
      // time.
      known = null;
      fromList = false;
    }
    return isMiss;
  }
}
