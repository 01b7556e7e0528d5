package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Writes parameters as {@code name=value&name=value}, everything but RFC 3986's unreserved
 * characters encoded.
 *
 * <p>Proxmox VE 9.2 cuts a form value at an unescaped {@code =} or {@code ;}, and property strings
 * are full of both; OkHttp's own form and query encoders leave some of them as they are.
 */
final class PercentEncoding {
  private PercentEncoding() {}

  /** The address with parameters in its query; as it is where there are none. */
  static HttpUrl inQuery(HttpUrl url, List<Parameters.Pair> pairs) {
    return pairs.isEmpty() ? url : url.newBuilder().encodedQuery(encode(pairs)).build();
  }

  static String encode(List<Parameters.Pair> pairs) {
    StringBuilder out = new StringBuilder();
    for (Parameters.Pair pair : pairs) {
      if (!out.isEmpty()) {
        out.append('&');
      }
      out.append(PercentText.encode(pair.name()))
          .append('=')
          .append(PercentText.encode(pair.value()));
    }
    return out.toString();
  }
}
