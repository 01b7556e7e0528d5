package io.github.proxmoxmpc.api.internal.execution;

import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.execution.policy.CallPolicy;
import io.github.proxmoxmpc.api.internal.execution.policy.CallPolicy.Watch;
import io.github.proxmoxmpc.api.internal.execution.policy.Outcome;
import io.github.proxmoxmpc.api.internal.execution.policy.Prerequisite;
import io.github.proxmoxmpc.api.internal.execution.policy.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leads calls through an ordered list of policies. Two drivers do the same, one in the thread of
 * the caller and one without a thread that waits. Thread-safe.
 */
final class CallPipeline {
  private final List<CallPolicy> policies;
  private final CallRegistry registry;

  CallPipeline(List<CallPolicy> policies, CallRegistry registry) {
    this.policies = List.copyOf(policies);
    this.registry = registry;
  }

  /** Runs a call in the thread of the caller. */
  <T extends @Nullable Object> Outcome<T> run(ApiCall<T> call, Supplier<Outcome<T>> attempt) {
    return run(0, call, attempt);
  }

  private <T extends @Nullable Object> Outcome<T> run(
      int index, ApiCall<T> call, Supplier<Outcome<T>> attempt) {
    if (index == policies.size()) {
      return attempt.get();
    }
    Watch watch = policies.get(index).begin(call);
    while (true) {
      Outcome<T> outcome;
      try {
        await(watch.before());
        outcome = run(index + 1, call, attempt);
      } catch (RuntimeException refusal) {
        outcome = new Outcome.Failure<>(refusal);
      }
      if (!(watch.after(outcome) instanceof Verdict.Repeat repeat)) {
        return outcome;
      }
      WaitInterruptedException interrupt = pause(repeat.pause(), call, outcome);
      if (interrupt != null) {
        return new Outcome.Failure<>(interrupt);
      }
    }
  }

  private static <R extends @Nullable Object> void await(Prerequisite<R> prerequisite) {
    R value;
    try {
      value = prerequisite.await();
    } catch (RuntimeException failure) {
      if (prerequisite.isDispensable(failure)) {
        return;
      }
      throw failure;
    }
    prerequisite.accept(value);
  }

  private @Nullable WaitInterruptedException pause(
      Duration pause, ApiCall<?> call, Outcome<?> outcome) {
    try {
      registry.pause(pause.toMillis()).get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Throwable before = outcome instanceof Outcome.Failure<?> failure ? failure.cause() : e;
      return new WaitInterruptedException(call.toString(), before);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A pause does not fail", e);
    }
  }

  /** Runs a call without blocking a thread; cancelling the future ends the step under way. */
  <T extends @Nullable Object> CompletableFuture<Outcome<T>> begin(
      ApiCall<T> call, Supplier<CompletableFuture<Outcome<T>>> attempt) {
    return begin(0, call, attempt);
  }

  private <T extends @Nullable Object> CompletableFuture<Outcome<T>> begin(
      int index, ApiCall<T> call, Supplier<CompletableFuture<Outcome<T>>> attempt) {
    return index == policies.size()
        ? attempt.get()
        : new AsyncStage<>(index, call, attempt).begin();
  }

  /** One policy of an asynchronous call. */
  private final class AsyncStage<T extends @Nullable Object> {
    private final CancellableChain<Outcome<T>> chain = new CancellableChain<>();
    private final int index;
    private final ApiCall<T> call;
    private final Supplier<CompletableFuture<Outcome<T>>> attempt;
    private final Watch watch;

    AsyncStage(int index, ApiCall<T> call, Supplier<CompletableFuture<Outcome<T>>> attempt) {
      this.index = index;
      this.call = call;
      this.attempt = attempt;
      this.watch = policies.get(index).begin(call);
    }

    CompletableFuture<Outcome<T>> begin() {
      once();
      return chain.future();
    }

    private void once() {
      Prerequisite<?> prerequisite;
      try {
        prerequisite = watch.before();
      } catch (RuntimeException refusal) {
        ended(new Outcome.Failure<>(refusal));
        return;
      }
      prepare(prerequisite);
    }

    private <R extends @Nullable Object> void prepare(Prerequisite<R> prerequisite) {
      if (prerequisite == Prerequisite.NONE) {
        proceed();
        return;
      }
      chain.step(
          prerequisite.awaitAsync(),
          value -> {
            try {
              prerequisite.accept(value);
            } catch (RuntimeException refusal) {
              ended(new Outcome.Failure<>(refusal));
              return;
            }
            proceed();
          },
          failure -> {
            if (prerequisite.isDispensable(failure)) {
              proceed();
            } else {
              ended(new Outcome.Failure<>(failure));
            }
          });
    }

    private void proceed() {
      CompletableFuture<Outcome<T>> next;
      try {
        next = CallPipeline.this.begin(index + 1, call, attempt);
      } catch (RuntimeException refusal) {
        ended(new Outcome.Failure<>(refusal));
        return;
      }
      chain.step(next, this::ended, failure -> ended(new Outcome.Failure<>(failure)));
    }

    private void ended(Outcome<T> outcome) {
      if (watch.after(outcome) instanceof Verdict.Repeat repeat) {
        chain.step(registry.pause(repeat.pause().toMillis()), over -> once());
      } else {
        chain.done(outcome);
      }
    }
  }
}
