package io.github.proxmoxmpc.api.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.Operation.Kind;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.execution.policy.CallPolicy;
import io.github.proxmoxmpc.api.internal.execution.policy.Outcome;
import io.github.proxmoxmpc.api.internal.execution.policy.Prerequisite;
import io.github.proxmoxmpc.api.internal.execution.policy.Verdict;
import io.github.proxmoxmpc.api.internal.response.Results;
import io.github.proxmoxmpc.api.message.Decoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A policy of a test's own sees every call, in both call styles alike. */
class CallPipelineTest {
  private static final ApiCall<String> CALL =
      new ApiCall<>(
          Operation.of(Kind.READ, "GET", "/text", Results.value(() -> Decoder.STRING)),
          List.of(),
          List.of(),
          Parameters.none());

  private final List<String> seen = new ArrayList<>();
  private final CallRegistry registry = CallRegistry.independent();

  private enum Driver {
    BLOCKING {
      @Override
      Outcome<String> run(CallPipeline pipeline, Iterator<Outcome<String>> attempts) {
        return pipeline.run(CALL, attempts::next);
      }
    },
    ASYNC {
      @Override
      Outcome<String> run(CallPipeline pipeline, Iterator<Outcome<String>> attempts) {
        return pipeline
            .begin(CALL, () -> CompletableFuture.completedFuture(attempts.next()))
            .join();
      }
    };

    abstract Outcome<String> run(CallPipeline pipeline, Iterator<Outcome<String>> attempts);
  }

  private CallPipeline pipeline(CallPolicy... policies) {
    return new CallPipeline(List.of(policies), registry);
  }

  private static Outcome<String> success(String text) {
    return new Outcome.Success<>(text, 200);
  }

  private static Outcome<String> failure(String message) {
    return new Outcome.Failure<>(new IllegalStateException(message));
  }

  private static String words(Outcome<?> outcome) {
    return outcome instanceof Outcome.Success<?> success
        ? String.valueOf(success.value())
        : String.valueOf(((Outcome.Failure<?>) outcome).cause().getMessage());
  }

  /** Records what it sees under its name, and repeats a call as often as it is told. */
  private CallPolicy recording(String name, int repetitions) {
    return call ->
        new CallPolicy.Watch() {
          private int left = repetitions;

          @Override
          public Prerequisite<?> before() {
            seen.add(name + " before " + call);
            return Prerequisite.NONE;
          }

          @Override
          public Verdict after(Outcome<?> outcome) {
            seen.add(name + " after " + words(outcome));
            boolean isRepeated = outcome instanceof Outcome.Failure && left-- > 0;
            return isRepeated ? new Verdict.Repeat(Duration.ofMillis(1)) : Verdict.KEEP;
          }
        };
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void policiesSeeACallInTheirOrderAndItsOutcomeInReverse(Driver driver) {
    Outcome<String> outcome =
        driver.run(
            pipeline(recording("outer", 0), recording("inner", 0)),
            Stream.of(success("text")).iterator());
    assertThat(outcome).isEqualTo(success("text"));
    assertThat(seen)
        .containsExactly(
            "outer before GET /text",
            "inner before GET /text",
            "inner after text",
            "outer after text");
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aPolicyRepeatsWhatFollowsItInTheList(Driver driver) {
    Outcome<String> outcome =
        driver.run(
            pipeline(recording("outer", 0), recording("repeating", 2), recording("inner", 0)),
            Stream.of(failure("first"), failure("second"), success("third")).iterator());
    assertThat(outcome).isEqualTo(success("third"));
    assertThat(seen)
        .containsExactly(
            "outer before GET /text",
            "repeating before GET /text",
            "inner before GET /text",
            "inner after first",
            "repeating after first",
            "repeating before GET /text",
            "inner before GET /text",
            "inner after second",
            "repeating after second",
            "repeating before GET /text",
            "inner before GET /text",
            "inner after third",
            "repeating after third",
            "outer after third");
    assertThat(registry.underWay()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aPolicyThatRejectsACallHidesItFromLaterPolicies(Driver driver) {
    CallPolicy refusing =
        call ->
            new CallPolicy.Watch() {
              @Override
              public Prerequisite<?> before() {
                throw new IllegalStateException("refused");
              }
            };
    Outcome<String> outcome =
        driver.run(
            pipeline(recording("outer", 0), refusing, recording("inner", 0)),
            Stream.<Outcome<String>>empty().iterator());
    assertThat(words(outcome)).isEqualTo("refused");
    assertThat(seen).containsExactly("outer before GET /text", "outer after refused");
  }

  /** A value that is obtained, or not. */
  private record Wanted(CompletableFuture<String> value, boolean isDispensable)
      implements Prerequisite<String> {
    @Override
    public String await() {
      try {
        return value.join();
      } catch (CompletionException e) {
        throw (RuntimeException) e.getCause();
      }
    }

    @Override
    public CompletableFuture<String> awaitAsync() {
      return value;
    }

    @Override
    public void accept(String found) {
      if (found.equals("bad")) {
        throw new IllegalStateException("rejected");
      }
    }

    @Override
    public boolean isDispensable(Throwable failure) {
      return isDispensable;
    }
  }

  private String with(Driver driver, Wanted wanted) {
    CallPolicy waiting =
        call ->
            new CallPolicy.Watch() {
              @Override
              public Prerequisite<?> before() {
                return wanted;
              }
            };
    return words(driver.run(pipeline(waiting), Stream.of(success("sent")).iterator()));
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aPrerequisiteDecidesWhetherACallGoesOn(Driver driver) {
    CompletableFuture<String> broken =
        CompletableFuture.failedFuture(new IllegalStateException("broken"));
    assertThat(with(driver, new Wanted(CompletableFuture.completedFuture("good"), false)))
        .isEqualTo("sent");
    assertThat(with(driver, new Wanted(CompletableFuture.completedFuture("bad"), false)))
        .isEqualTo("rejected");
    assertThat(with(driver, new Wanted(broken, false))).isEqualTo("broken");
    assertThat(with(driver, new Wanted(broken, true))).isEqualTo("sent");
  }

  @Test
  void cancellingReachesTheAttemptAndIsSeenByThePolicies() {
    CompletableFuture<Outcome<String>> attempt = new CompletableFuture<>();
    CompletableFuture<Outcome<String>> future =
        pipeline(recording("only", 0)).begin(CALL, () -> attempt);
    future.cancel(true);
    assertThat(attempt).isCancelled();
    assertThat(seen).hasSize(2).last().asString().startsWith("only after");
    assertThat(future).isCancelled();
  }
}
