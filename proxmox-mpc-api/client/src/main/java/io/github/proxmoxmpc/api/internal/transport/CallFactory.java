package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.call.Operation.Kind;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;

/** Creates the HTTP calls of API calls. Thread-safe. */
public final class CallFactory {
  private final HttpUrl base;
  private final RestService service;

  /**
   * Creates a factory.
   *
   * @param http sends the calls
   * @param base the address that the paths of the operations are appended to
   */
  public CallFactory(OkHttpClient http, HttpUrl base) {
    this.base = base;
    this.service =
        new Retrofit.Builder().baseUrl(base).callFactory(http).build().create(RestService.class);
  }

  /**
   * Creates the HTTP call of one attempt.
   *
   * @param transmission records that the request is about to be sent
   * @throws IllegalArgumentException if a value of the path would lead to another path
   */
  public Call<ResponseBody> newCall(ApiCall<?> call, Transmission transmission) {
    Call<ResponseBody> created = create(call, transmission);
    if (call.parameters().file() != null || call.operation().kind() == Kind.DOWNLOAD) {
      // A transfer takes time in proportion to its size.
      created.timeout().timeout(0, TimeUnit.MILLISECONDS);
    }
    return created;
  }

  private Call<ResponseBody> create(ApiCall<?> call, Transmission transmission) {
    HttpUrl place = RequestUrl.of(base, call);
    Parameters parameters = call.parameters();
    String method = call.operation().method();
    return switch (method) {
      // Proxmox VE 9.2 rejects a DELETE with a body.
      case "GET" -> service.get(RequestUrl.withQuery(place, parameters.pairs()), transmission);
      case "DELETE" ->
          service.delete(RequestUrl.withQuery(place, parameters.pairs()), transmission);
      case "POST" -> {
        Parameters.File file = parameters.file();
        if (file == null) {
          yield service.post(place, FormParts.form(parameters.pairs()), transmission);
        }
        FormParts parts = FormParts.of(parameters.pairs(), file);
        yield service.post(
            RequestUrl.withQuery(place, parts.inQuery()), parts.body(), transmission);
      }
      case "PUT" -> service.put(place, FormParts.form(parameters.pairs()), transmission);
      default -> throw new IllegalArgumentException("The API has no method " + method);
    };
  }
}
