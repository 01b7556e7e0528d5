package io.github.proxmoxmpc.state.sync;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Makes calls on a fixed number of threads, and hands what they answer to the thread that waits for
 * it. Used by one thread.
 */
final class BoundedCalls implements AutoCloseable {
  /** Answers that may wait for their consumer, so that memory does not grow with the cluster. */
  private static final int AHEAD = 64;

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final ExecutorService executor;
  private final Cancellation cancellation;
  private final int window;
  private final BlockingQueue<Future<?>> wakeUps = new LinkedBlockingQueue<>();
  private final Future<?> cancelled = new FutureTask<>(() -> null);
  private final Runnable onCancel = () -> wakeUps.add(cancelled);

  BoundedCalls(int concurrency, Cancellation cancellation) {
    this.executor =
        Executors.newFixedThreadPool(
            concurrency,
            work -> {
              Thread thread = new Thread(work, "proxmox-mpc-sync-" + THREADS.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.window = concurrency + AHEAD;
    this.cancellation = cancellation;
    cancellation.register(onCancel);
  }

  /** Makes one call. */
  <T> T one(Callable<T> call) {
    Future<T> future = submit(call);
    awaitAny();
    return answer(future);
  }

  /** Makes many calls; answers come in the order in which they arrive. */
  <T> void each(List<? extends Callable<T>> calls, Consumer<T> consumer) {
    Iterator<? extends Callable<T>> waiting = calls.iterator();
    int underWay = 0;
    while (underWay > 0 || waiting.hasNext()) {
      while (underWay < window && waiting.hasNext()) {
        submit(waiting.next());
        underWay++;
      }
      // Only this method and one() submit, so what arrives is of this type.
      @SuppressWarnings("unchecked")
      Future<T> done = (Future<T>) awaitAny();
      underWay--;
      consumer.accept(answer(done));
    }
  }

  private <T> Future<T> submit(Callable<T> call) {
    FutureTask<T> task =
        new FutureTask<>(call) {
          @Override
          protected void done() {
            wakeUps.add(this);
          }
        };
    executor.execute(task);
    return task;
  }

  private Future<?> awaitAny() {
    try {
      Future<?> done = wakeUps.take();
      endIfCancelled();
      return done;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SyncCancelledException("interrupted", e);
    }
  }

  /**
   * The last chance to cancel.
   *
   * @throws SyncCancelledException if it was cancelled, or the thread interrupted
   */
  void endIfCancelled() {
    if (cancellation.isCancelled()) {
      throw new SyncCancelledException("cancelled", null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new SyncCancelledException("interrupted", null);
    }
  }

  private static <T> T answer(Future<T> done) {
    try {
      return done.get();
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

  /** Interrupts what is under way, and does not wait for it. */
  @Override
  public void close() {
    cancellation.unregister(onCancel);
    executor.shutdownNow();
  }
}
