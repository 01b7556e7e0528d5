package io.github.proxmoxmpc.api.internal.async;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client is open, and what is under way in it. A client that shares another's connections
 * ends with it. Thread-safe.
 */
public final class CallRegistry {
  private final @Nullable CallRegistry owner;

  // One for a client and all that end with it, so that they need not be closed to be let go of.
  private final Map<Runnable, CallRegistry> underWay;
  private volatile boolean over;

  private CallRegistry(@Nullable CallRegistry owner) {
    this.owner = owner;
    this.underWay = owner == null ? new ConcurrentHashMap<>() : owner.underWay;
  }

  /** A lifetime of its own. */
  public static CallRegistry independent() {
    return new CallRegistry(null);
  }

  /** A lifetime that ends with this one at the latest. */
  public CallRegistry within() {
    return new CallRegistry(this);
  }

  public boolean isOver() {
    return over || (owner != null && owner.isOver());
  }

  /** How many calls and pauses are under way, in all that end together. */
  public int underWay() {
    return underWay.size();
  }

  /** Remembers how something that begins is ended; at once, if it comes too late. */
  public void begins(Runnable end) {
    underWay.put(end, this);
    if (isOver()) {
      end.run();
    }
  }

  /** Forgets what has ended. */
  public void ended(Runnable end) {
    underWay.remove(end);
  }

  /** A pause that keeps no thread; it ends early with the client, and when it is cancelled. */
  public CompletableFuture<Boolean> pause(long millis) {
    CompletableFuture<Boolean> pause = new CompletableFuture<>();
    Runnable end = () -> pause.complete(false);
    begins(end);
    pause.whenComplete((over, failure) -> ended(end));
    return pause.completeOnTimeout(true, millis, TimeUnit.MILLISECONDS);
  }

  public void end() {
    over = true;
    underWay.forEach(
        (end, lifetime) -> {
          if (lifetime.isOver()) {
            end.run();
          }
        });
  }
}
