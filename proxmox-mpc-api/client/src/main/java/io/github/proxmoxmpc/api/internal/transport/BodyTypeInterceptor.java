package io.github.proxmoxmpc.api.internal.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Hides the media type of response bodies from Retrofit, which parses it with a regular expression
 * for each call although nothing here uses it. The header stays.
 */
final class BodyTypeInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.newBuilder().body(new Untyped(response.body())).build();
  }

  private static final class Untyped extends ResponseBody {
    private final ResponseBody body;

    Untyped(ResponseBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return body.source();
    }
  }
}
