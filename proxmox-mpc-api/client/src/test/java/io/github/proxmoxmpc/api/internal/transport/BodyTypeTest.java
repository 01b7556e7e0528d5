package io.github.proxmoxmpc.api.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F04")
class BodyTypeTest {
  private final TestServer server = new TestServer();
  private final AtomicInteger questions = new AtomicInteger();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void theMediaTypeOfAResponseIsNeverParsed(CallStyle style) {
    server.answersData("{\"a\":1}");
    server.answersError("500 x", "{\"message\":\"storage 'nope' does not exist\\n\"}");
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  return response.newBuilder().body(new Watched(response.body())).build();
                })
            .build();
    try (ProxmoxClient pve =
        server
            .builder()
            .fingerprint(server.fingerprint())
            .connection(c -> c.httpClient(own))
            .build()) {
      TestApi api = new TestApi(pve, style);
      assertThat(api.config().size()).isEqualTo(1);
      assertThatThrownBy(api::config).isInstanceOf(NotFoundException.class);
    }
    assertThat(questions).hasValue(0);
  }

  /** Counts how often its media type is asked for, which OkHttp parses each time. */
  private final class Watched extends ResponseBody {
    private final ResponseBody body;

    Watched(ResponseBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      questions.incrementAndGet();
      return body.contentType();
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
