package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.call.ResultReader;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads results from successful responses.
 *
 * @param call the call, for messages
 * @param cancel cancels it
 * @param registry cancels it when the client is closed
 */
public record ResponseResult(FailedCall call, Runnable cancel, CallRegistry registry) {
  /**
   * Reads a result.
   *
   * @throws IOException if the connection fails, or if the body has another format
   * @throws MalformedResponseException if the result does not have the declared form
   */
  public <T extends @Nullable Object> T read(
      ResultReader<T> reader, retrofit2.Response<ResponseBody> response) throws IOException {
    ResponseBody body = response.body();
    if (body == null) {
      // Retrofit drops the body if the status does not allow one.
      if (reader != NoResult.INSTANCE) {
        throw new MalformedResponseException(
            "a response with status " + response.code() + " has no result", null);
      }
      body = ResponseBody.create(new byte[0], null);
    }
    T result = reader.read(body);
    if (result == null) {
      requireNoPage(response.raw());
    } else if (result instanceof BodyDownload download) {
      follow(download, response.raw());
    }
    return result;
  }

  /** Keeps the call under way until the last byte of the download was read. */
  private void follow(BodyDownload download, Response response) throws IOException {
    try {
      requireNoPage(response);
    } catch (NotJsonException page) {
      download.close();
      throw page;
    }
    download.stream().isOf(call, cancel, registry);
  }

  /** Rejects the web page of another server, which would otherwise count as an empty result. */
  private static void requireNoPage(Response response) throws NotJsonException {
    String type = response.header("Content-Type");
    if (type != null && type.startsWith("text/html")) {
      throw new NotJsonException(type);
    }
  }
}
