package io.github.proxmoxmpc.api.internal.async;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls and pauses of a client that are under way, and whether the client is open. A variant of
 * a client is closed with it. Thread-safe.
 */
public final class CallRegistry {
  private final @Nullable CallRegistry owner;

  // Shared with all variants, so that a variant need not be closed to be garbage-collected.
  private final Map<Runnable, CallRegistry> underWay;
  private volatile boolean over;

  private CallRegistry(@Nullable CallRegistry owner) {
    this.owner = owner;
    this.underWay = owner == null ? new ConcurrentHashMap<>() : owner.underWay;
  }

  /** Creates the registry of an independent client. */
  public static CallRegistry independent() {
    return new CallRegistry(null);
  }

  /** Creates the registry of a variant, which is closed with this one at the latest. */
  public CallRegistry within() {
    return new CallRegistry(this);
  }

  /** Returns whether the client is closed. */
  public boolean isOver() {
    return over || (owner != null && owner.isOver());
  }

  /** Returns how many calls and pauses are under way, variants included. */
  public int underWay() {
    return underWay.size();
  }

  /** Registers the action that ends something; runs it at once if the client is closed. */
  public void begins(Runnable end) {
    underWay.put(end, this);
    if (isOver()) {
      end.run();
    }
  }

  /** Removes an action, because its call or pause has ended. */
  public void ended(Runnable end) {
    underWay.remove(end);
  }

  /** Starts a pause that blocks no thread; it ends early if the client is closed. */
  public CompletableFuture<Boolean> pause(long millis) {
    CompletableFuture<Boolean> timer = new CompletableFuture<>();
    Runnable end = () -> timer.complete(false);
    begins(end);
    // Removed before the pause completes, so that its caller does not find it under way. A pause
    // that is cancelled does not run the action of the timer, so it removes itself.
    CompletableFuture<Boolean> pause = timer.whenComplete((over, failure) -> ended(end));
    pause.whenComplete(
        (over, failure) -> {
          ended(end);
          timer.cancel(false);
        });
    timer.completeOnTimeout(true, millis, TimeUnit.MILLISECONDS);
    return pause;
  }

  /** Closes the client: ends all that is under way in it and in its variants. */
  public void end() {
    over = true;
    underWay.forEach(
        (end, registry) -> {
          if (registry.isOver()) {
            end.run();
          }
        });
  }
}
