package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.auth.Credentials;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the credentials to a request, as the last interceptor before the socket. The response goes
 * back with the original request, so no interceptor of the user's own OkHttpClient sees the
 * credentials. An EventListener that reads headers as they are written does.
 */
public final class WireInterceptor implements Interceptor {
  private final Credentials credentials;
  private final String userAgent;

  public WireInterceptor(Credentials credentials, String userAgent) {
    this.credentials = credentials;
    this.userAgent = userAgent;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Transmission sending = chain.request().tag(Transmission.class);
    if (sending != null) {
      sending.begin();
    }
    Request.Builder request = chain.request().newBuilder().header("User-Agent", userAgent);
    if (credentials instanceof ApiToken token) {
      request.header("Authorization", authorization(token));
    }
    Response response = chain.proceed(request.build());
    Response.Builder answer = response.newBuilder().request(chain.request());
    // OkHttp 5.5 repeats a request, even a POST, when a 503 has the header "Retry-After: 0".
    return response.code() == 503 ? answer.removeHeader("Retry-After").build() : answer.build();
  }

  // The server cuts the value at a semicolon and decodes it (extract_auth_value of
  // PVE::APIServer::Formatter). Names of a directory may hold any letter; a header holds ASCII.
  private static String authorization(ApiToken token) {
    String id = encoded(token.id().value()).replace("%40", "@").replace("%21", "!");
    return "PVEAPIToken=" + id + "=" + encoded(token.secret().reveal());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
