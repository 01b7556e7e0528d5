package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.internal.call.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Stands between Retrofit and OkHttp and writes the parameters that a request carries as its tag:
 * into the query for GET and DELETE (Proxmox VE 9.2 refuses a DELETE with a body), into a form for
 * POST and PUT, and in parts where one of them is a file.
 */
public final class RequestWriter implements Call.Factory {
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final Call.Factory calls;
  private final Call.Factory unhurried;

  /**
   * Writes for two clients.
   *
   * @param unhurried makes the calls that may take as long as their bytes do
   */
  public RequestWriter(Call.Factory calls, Call.Factory unhurried) {
    this.calls = calls;
    this.unhurried = unhurried;
  }

  @Override
  public Call newCall(Request request) {
    if (request.url().encodedPath().contains("//")) {
      throw new IllegalArgumentException(
          "A part of the path is empty: " + request.method() + " " + request.url().encodedPath());
    }
    Parameters parameters = Parameters.of(request);
    List<Parameters.Pair> pairs = parameters.pairs();
    Parameters.File file = parameters.file();
    Request.Builder written = request.newBuilder().tag(Transmission.class, new Transmission());
    if (file != null) {
      FormParts.write(pairs, file, request.url(), written);
    } else if (List.of("GET", "DELETE").contains(request.method())) {
      written.url(PercentEncoding.inQuery(request.url(), pairs));
    } else {
      byte[] form = PercentEncoding.encode(pairs).getBytes(StandardCharsets.US_ASCII);
      written.method(request.method(), RequestBody.create(form, FORM));
    }
    return (file != null || isStream(request) ? unhurried : calls).newCall(written.build());
  }

  private static boolean isStream(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
  }
}
