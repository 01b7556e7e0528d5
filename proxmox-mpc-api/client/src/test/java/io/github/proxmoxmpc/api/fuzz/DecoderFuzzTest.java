package io.github.proxmoxmpc.api.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.ResultFields;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Tag;

/** Any response is read, or rejected with one of our own exceptions. */
@Tag("fuzz")
class DecoderFuzzTest {
  private static final int INPUTS = 250_000;

  private static final Answering SERVER = new Answering();
  private static final ProxmoxClient CLIENT =
      ProxmoxClient.builder("https://pve.example:8006")
          .token("test@pve!reader", Secret.of("00000000-0000-4000-8000-000000000000"))
          .connection(c -> c.httpClient(new OkHttpClient.Builder().addInterceptor(SERVER).build()))
          .resilience(r -> r.retries(0))
          .build();

  /** The types of results, each with the names that its fields have on the wire. */
  private static final Map<Class<?>, List<String>> FIELDS = fields();

  private static final List<Class<?>> RESULTS = List.copyOf(FIELDS.keySet());

  @FuzzTest(maxExecutions = INPUTS, maxDuration = "10m")
  void aTextIsJsonOrItIsRefused(FuzzedDataProvider data) {
    JsonValue value;
    try {
      value = JsonValue.parse(data.consumeRemainingAsString());
    } catch (IllegalArgumentException e) {
      return;
    }
    if (!JsonValue.parse(value.toString()).equals(value)) {
      throw new AssertionError("it does not come back equal: " + value);
    }
  }

  @FuzzTest(maxExecutions = INPUTS, maxDuration = "10m")
  void aFieldIsReadOrItIsMalformed(FuzzedDataProvider data) throws ReflectiveOperationException {
    Class<?> result = RESULTS.get(data.consumeInt(0, RESULTS.size() - 1));
    List<String> names = FIELDS.getOrDefault(result, List.of());
    List<String> fields = new ArrayList<>();
    while (!names.isEmpty() && data.remainingBytes() > 0 && fields.size() < 8) {
      String name = names.get(data.consumeInt(0, names.size() - 1));
      String value = data.consumeString(40);
      fields.add(quoted(name) + ":" + (data.consumeBoolean() ? quoted(value) : value));
    }
    JsonValue json;
    try {
      json = JsonValue.parse("{" + String.join(",", fields) + "}");
    } catch (IllegalArgumentException e) {
      return;
    }
    Decoder<?> type = (Decoder<?>) result.getField("TYPE").get(null);
    Subjects.askAll(type.read(json, "data"), ProxmoxException.class);
  }

  @FuzzTest(maxExecutions = INPUTS / 5, maxDuration = "10m")
  void anAnswerIsReadOrItIsMalformed(FuzzedDataProvider data) {
    SERVER.body = data.consumeRemainingAsBytes();
    try {
      CLIENT.api().nodes("pve1").qemu(100).config().get();
      CLIENT.api().cluster().resources().get();
    } catch (ProxmoxException e) {
      // What this test is about.
    }
  }

  private static Map<Class<?>, List<String>> fields() {
    try {
      return ResultFields.read(CLIENT);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String text) {
    return new JsonString(text).toString();
  }

  /** Returns the fuzzed response without a socket. */
  private static final class Answering implements Interceptor {
    private byte[] body = new byte[0];

    @Override
    public Response intercept(Chain chain) {
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .body(ResponseBody.create(body, MediaType.get("application/json")))
          .build();
    }
  }
}
