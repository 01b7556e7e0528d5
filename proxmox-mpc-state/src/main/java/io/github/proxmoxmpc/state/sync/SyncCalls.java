package io.github.proxmoxmpc.state.sync;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Makes the calls of one sync on a fixed number of threads. Only the thread that created it may use
 * it.
 */
final class SyncCalls implements AutoCloseable {
  /** The number of results that may wait, so that memory does not grow with the cluster. */
  private static final int WAITING_RESULTS = 64;

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final ExecutorService threads;
  private final BlockingQueue<Future<Object>> completed = new LinkedBlockingQueue<>();
  private final CompletionService<Object> calls;
  private final int window;
  private final Cancellation cancellation;
  private final Runnable wakeUp = () -> completed.add(CompletableFuture.completedFuture(this));

  SyncCalls(int concurrency, Cancellation cancellation) {
    this.threads =
        Executors.newFixedThreadPool(
            concurrency,
            work -> {
              Thread thread = new Thread(work, "proxmox-mpc-sync-" + THREADS.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.calls = new ExecutorCompletionService<>(threads, completed);
    this.window = concurrency + WAITING_RESULTS;
    this.cancellation = cancellation;
    cancellation.register(wakeUp);
  }

  /** Makes one call and returns its result. */
  <T> T one(Callable<T> call) {
    calls.submit(call::call);
    return takeResult();
  }

  /** Makes many calls, and passes on each result as it arrives. */
  <T> void each(List<? extends Callable<T>> calls, Consumer<T> consumer) {
    Iterator<? extends Callable<T>> waiting = calls.iterator();
    int underWay = 0;
    while (underWay > 0 || waiting.hasNext()) {
      while (underWay < window && waiting.hasNext()) {
        this.calls.submit(waiting.next()::call);
        underWay++;
      }
      T result = takeResult();
      underWay--;
      consumer.accept(result);
    }
  }

  // Only one() and each() submit calls, so the next result has the type that they expect.
  @SuppressWarnings("unchecked")
  private <T> T takeResult() {
    try {
      Future<Object> done = completed.take();
      endIfCancelled();
      return (T) done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SyncCancelledException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a call threw a checked exception", e);
    }
  }

  /**
   * Ends the sync if it was cancelled.
   *
   * @throws SyncCancelledException if it was cancelled, or if the thread was interrupted
   */
  void endIfCancelled() {
    if (cancellation.isCancelled()) {
      throw new SyncCancelledException("cancelled", null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new SyncCancelledException("interrupted", null);
    }
  }

  /** Interrupts the calls that are under way, without waiting for them. */
  @Override
  public void close() {
    cancellation.unregister(wakeUp);
    threads.shutdownNow();
  }
}
