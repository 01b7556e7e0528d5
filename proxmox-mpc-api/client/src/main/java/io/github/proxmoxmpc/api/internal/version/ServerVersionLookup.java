package io.github.proxmoxmpc.api.internal.version;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the server's release. Callers that ask at the same time share one request. A failed
 * lookup is not remembered. Thread-safe.
 */
public final class ServerVersionLookup {
  private final VersionSource version;

  /** The lookup under way, which later callers share; null if there is none. */
  private final AtomicReference<@Nullable CompletableFuture<ServerVersion>> underWay =
      new AtomicReference<>();

  /** The last result, shared by all clients of the same server. */
  private final AtomicReference<@Nullable ServerVersion> answer;

  private volatile boolean forbidden;

  private ServerVersionLookup(
      VersionSource version, AtomicReference<@Nullable ServerVersion> answer) {
    this.version = version;
    this.answer = answer;
  }

  /** Creates the lookup of a server that was not asked yet. */
  public static ServerVersionLookup first(VersionSource version) {
    return new ServerVersionLookup(version, new AtomicReference<>());
  }

  /** Creates a lookup of the same server with other credentials; both share the result. */
  public ServerVersionLookup of(VersionSource others) {
    return new ServerVersionLookup(others, answer);
  }

  /** Returns the last result; null if there is none. */
  public @Nullable ServerVersion answer() {
    return answer.get();
  }

  /** Returns whether the server refused the last lookup. */
  public boolean isForbidden() {
    return forbidden;
  }

  /** Forgets the last result. */
  public void forget() {
    answer.set(null);
  }

  /** Looks the release up in the thread of the caller, or waits for a lookup under way. */
  public ServerVersion ask() {
    while (true) {
      CompletableFuture<ServerVersion> mine = new CompletableFuture<>();
      CompletableFuture<ServerVersion> others = underWay.compareAndExchange(null, mine);
      if (others == null) {
        return askFor(mine);
      }
      try {
        return others.get();
      } catch (ExecutionException e) {
        // The asking thread was interrupted, which does not concern the waiting ones: one of them
        // asks.
        if (!(e.getCause() instanceof WaitInterruptedException)) {
          throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WaitInterruptedException("GET /version", e);
      }
    }
  }

  private ServerVersion askFor(CompletableFuture<ServerVersion> mine) {
    try {
      ServerVersion found = release(version.ask());
      answered(mine, found);
      return found;
    } catch (RuntimeException | Error e) {
      failed(mine, e);
      throw e;
    }
  }

  /** Looks the release up without blocking a thread; cancelling does not end a shared lookup. */
  public CompletableFuture<ServerVersion> askAsync() {
    CompletableFuture<ServerVersion> mine = new CompletableFuture<>();
    CompletableFuture<ServerVersion> others = underWay.compareAndExchange(null, mine);
    if (others == null) {
      begin(mine);
      return mine.copy();
    }
    CancellableChain<ServerVersion> steps = new CancellableChain<>();
    steps.step(
        others.copy(),
        steps::done,
        failure -> {
          if (failure instanceof WaitInterruptedException) {
            steps.step(askAsync(), steps::done);
          } else {
            steps.failed(failure);
          }
        });
    return steps.future();
  }

  private void begin(CompletableFuture<ServerVersion> mine) {
    CancellableChain<ServerVersion> asking = new CancellableChain<>();
    asking.step(version.askAsync(), text -> asking.done(release(text)));
    asking
        .future()
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                answered(mine, found);
              } else {
                failed(mine, failure);
              }
            });
  }

  // The order matters: a caller finds the result, or no lookup under way.
  private void answered(CompletableFuture<ServerVersion> mine, ServerVersion found) {
    answer.set(found);
    forbidden = false;
    underWay.set(null);
    mine.complete(found);
  }

  private void failed(CompletableFuture<ServerVersion> mine, Throwable failure) {
    forbidden = failure instanceof PermissionException;
    underWay.set(null);
    mine.completeExceptionally(failure);
  }

  private static ServerVersion release(String text) {
    try {
      return ServerVersion.of(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException("GET /version: " + e.getMessage(), e);
    }
  }
}
