package io.github.proxmoxmpc.api.internal.version;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.value.Release;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server for its release: one question, however many want to know at the same time. A
 * question that failed is forgotten. Thread-safe.
 */
public final class ServerVersionLookup {
  private final VersionSource version;

  /** What is under way; whoever comes meanwhile waits for its answer. */
  private final AtomicReference<@Nullable CompletableFuture<Release>> underWay =
      new AtomicReference<>();

  /** What was said is the same for every client of that server, whoever was told. */
  private final AtomicReference<@Nullable Release> answer;

  private volatile boolean forbidden;

  private ServerVersionLookup(VersionSource version, AtomicReference<@Nullable Release> answer) {
    this.version = version;
    this.answer = answer;
  }

  /** The question to a server that nobody has asked. */
  public static ServerVersionLookup first(VersionSource version) {
    return new ServerVersionLookup(version, new AtomicReference<>());
  }

  /** The question to the same server by others who may not be allowed to ask; the answer is one. */
  public ServerVersionLookup of(VersionSource others) {
    return new ServerVersionLookup(others, answer);
  }

  /** What the server said last; null before it did. */
  public @Nullable Release answer() {
    return answer.get();
  }

  /** Whether the server would not say when it was asked last. */
  public boolean isForbidden() {
    return forbidden;
  }

  /** What the server said counts no longer. */
  public void forget() {
    answer.set(null);
  }

  /** Asks in the thread of the caller, or waits with whoever asks already. */
  public Release ask() {
    while (true) {
      CompletableFuture<Release> mine = new CompletableFuture<>();
      CompletableFuture<Release> others = underWay.compareAndExchange(null, mine);
      if (others == null) {
        return askFor(mine);
      }
      try {
        return others.get();
      } catch (ExecutionException e) {
        // Whoever asked was interrupted, which is nothing to those who waited: one of them asks.
        if (!(e.getCause() instanceof WaitInterruptedException)) {
          throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WaitInterruptedException("GET /version", e);
      }
    }
  }

  private Release askFor(CompletableFuture<Release> mine) {
    try {
      Release found = release(version.ask());
      answered(mine, found);
      return found;
    } catch (RuntimeException | Error e) {
      failed(mine, e);
      throw e;
    }
  }

  /** Asks without a thread that waits. Whoever cancels leaves the question to the others. */
  public CompletableFuture<Release> askAsync() {
    CompletableFuture<Release> mine = new CompletableFuture<>();
    CompletableFuture<Release> others = underWay.compareAndExchange(null, mine);
    if (others == null) {
      begin(mine);
      return mine.copy();
    }
    CancellableChain<Release> steps = new CancellableChain<>();
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

  private void begin(CompletableFuture<Release> mine) {
    CancellableChain<Release> asking = new CancellableChain<>();
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

  // Whoever comes after this finds the answer, or a question to ask.
  private void answered(CompletableFuture<Release> mine, Release found) {
    answer.set(found);
    forbidden = false;
    underWay.set(null);
    mine.complete(found);
  }

  private void failed(CompletableFuture<Release> mine, Throwable failure) {
    forbidden = failure instanceof PermissionException;
    underWay.set(null);
    mine.completeExceptionally(failure);
  }

  private static Release release(String text) {
    try {
      return Release.of(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException("GET /version: " + e.getMessage(), e);
    }
  }
}
