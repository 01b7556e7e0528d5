package io.github.proxmoxmpc.api.internal.execution.policy;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call, or of one attempt of it.
 *
 * @param <T> the type of the result
 */
public sealed interface Outcome<T extends @Nullable Object> {
  /**
   * A success. Closing it closes the result; used if the caller no longer needs the result.
   *
   * @param value the result
   * @param status the HTTP status
   */
  record Success<T extends @Nullable Object>(T value, int status) implements Outcome<T>, Closeable {
    @Override
    public void close() throws IOException {
      if (value instanceof Closeable open) {
        open.close();
      }
    }
  }

  /**
   * A failure.
   *
   * @param cause the exception to throw, or to fail the future with
   */
  record Failure<T extends @Nullable Object>(Throwable cause) implements Outcome<T> {}
}
