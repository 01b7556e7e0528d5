package io.github.proxmoxmpc.api.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Stands between Retrofit and OkHttp and writes the parameters that a request carries as its tag:
 * into the query for GET and DELETE (Proxmox VE 9.2 refuses a DELETE with a body), into a form for
 * POST and PUT.
 */
final class RequestWriter implements Call.Factory {
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final Call.Factory calls;
  private final Call.Factory streams;

  /**
   * Writes for two clients.
   *
   * @param streams makes the calls of which the answer may be long in coming
   */
  RequestWriter(Call.Factory calls, Call.Factory streams) {
    this.calls = calls;
    this.streams = streams;
  }

  @Override
  public Call newCall(Request request) {
    if (request.url().encodedPath().contains("//")) {
      throw new IllegalArgumentException(
          "A part of the path is empty: " + request.method() + " " + request.url().encodedPath());
    }
    List<Parameters.Pair> pairs = Parameters.of(request).pairs();
    Request.Builder written = request.newBuilder().tag(Sending.class, new Sending());
    switch (request.method()) {
      case "GET", "DELETE" -> {
        if (!pairs.isEmpty()) {
          HttpUrl url =
              request.url().newBuilder().encodedQuery(PercentEncoding.encode(pairs)).build();
          written.url(url);
        }
      }
      default -> {
        byte[] form = PercentEncoding.encode(pairs).getBytes(StandardCharsets.US_ASCII);
        written.method(request.method(), RequestBody.create(form, FORM));
      }
    }
    Invocation invocation = request.tag(Invocation.class);
    boolean isStream =
        invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
    return (isStream ? streams : calls).newCall(written.build());
  }
}
