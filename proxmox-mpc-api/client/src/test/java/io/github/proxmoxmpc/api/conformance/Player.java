package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Returns a prepared response, and keeps the last request. */
final class Player implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");

  private final String release;
  private String operation = "";
  private int status;
  private String reason = "";
  private String body = "";
  private @Nullable Request last;

  /** One that is newer than all that anything needs. */
  Player() {
    this("9.2.11");
  }

  /** One that says that it is of a release. */
  Player(String release) {
    this.release = release;
  }

  /** A client of it. */
  ProxmoxClient client() {
    return ProxmoxClient.builder("https://pve.example:8006")
        .token("test@pve!reader", Secret.of("00000000-0000-4000-8000-000000000000"))
        .resilience(r -> r.retries(0))
        .connection(c -> c.httpClient(new OkHttpClient.Builder().addInterceptor(this).build()))
        .build();
  }

  /** Sets the response to an operation from now on, byte for byte. */
  void play(String newOperation, String newBody) {
    play(newOperation, 200, "OK", newBody);
  }

  void play(String newOperation, int newStatus, String newReason, String newBody) {
    operation = newOperation;
    status = newStatus;
    reason = newReason;
    body = newBody;
    last = null;
  }

  /** The last request since then, but the client's own questions; null where none came. */
  @Nullable Request request() {
    return last;
  }

  @Override
  public Response intercept(Chain chain) {
    boolean version =
        chain.request().url().encodedPath().endsWith("/version") && !operation.endsWith("/version");
    if (!version) {
      last = chain.request();
    }
    String text = version ? "{\"data\":{\"version\":\"" + release + "\"}}" : body;
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(version ? 200 : status)
        .message(version ? "OK" : reason)
        .body(ResponseBody.create(text, JSON))
        .build();
  }
}
