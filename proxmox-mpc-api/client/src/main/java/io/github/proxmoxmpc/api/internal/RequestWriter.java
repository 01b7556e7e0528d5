package io.github.proxmoxmpc.api.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Stands between Retrofit and OkHttp and writes the parameters that a request carries as its tag:
 * into the query for GET and DELETE (Proxmox VE 9.2 refuses a DELETE with a body), into a form for
 * POST and PUT.
 */
final class RequestWriter implements Call.Factory {
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final Call.Factory calls;

  RequestWriter(Call.Factory calls) {
    this.calls = calls;
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
    return calls.newCall(written.build());
  }
}
