package io.github.proxmoxmpc.api.rest;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import java.lang.reflect.Method;
import java.util.Arrays;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers what is to be answered next; the release is newer than all that anything needs. */
public final class Player implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");

  private String operation = "";
  private int status;
  private String reason = "";
  private String body = "";

  /** A client of it. */
  public ProxmoxClient client() {
    return ProxmoxClient.builder("https://pve.example:8006")
        .token("test@pve!reader", Secret.of("00000000-0000-4000-8000-000000000000"))
        .retries(0)
        .httpClient(new OkHttpClient.Builder().addInterceptor(this).build())
        .build();
  }

  /** What is answered from now on: a body, byte for byte, to an operation. */
  public void play(String newOperation, String newBody) {
    play(newOperation, 200, "OK", newBody);
  }

  void play(String newOperation, int newStatus, String newReason, String newBody) {
    operation = newOperation;
    status = newStatus;
    reason = newReason;
    body = newBody;
  }

  @Override
  public Response intercept(Chain chain) {
    boolean version =
        chain.request().url().encodedPath().endsWith("/version") && !operation.endsWith("/version");
    String text = version ? "{\"data\":{\"version\":\"9.2.11\"}}" : body;
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(version ? 200 : status)
        .message(version ? "OK" : reason)
        .body(ResponseBody.create(text, JSON))
        .build();
  }

  /** Whether a verb is the short form of one that takes a request. */
  static boolean isShortForm(Object place, Method verb, Object... arguments) {
    return arguments.length == 0
        && Arrays.stream(place.getClass().getMethods())
            .anyMatch(
                twin -> twin.getName().equals(verb.getName()) && twin.getParameterCount() > 0);
  }
}
