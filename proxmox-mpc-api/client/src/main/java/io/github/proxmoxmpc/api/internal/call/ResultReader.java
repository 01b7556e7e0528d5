package io.github.proxmoxmpc.api.internal.call;

import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads the result of an operation from the body of a successful response.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface ResultReader<T extends @Nullable Object> {
  /**
   * Reads a result.
   *
   * @param body the body; the reader closes it, unless its result does
   * @throws IOException if the connection fails, or if the body is not JSON
   * @throws io.github.proxmoxmpc.api.error.MalformedResponseException if the result does not have
   *     the declared form
   */
  T read(ResponseBody body) throws IOException;
}
