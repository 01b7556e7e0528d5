package io.github.proxmoxmpc.api.internal;

import io.github.proxmoxmpc.api.internal.wire.PercentText;
import java.util.List;

/**
 * Writes parameters as {@code name=value&name=value}, everything but RFC 3986's unreserved
 * characters encoded.
 *
 * <p>Proxmox VE 9.2 cuts a form value at an unescaped {@code =} or {@code ;}, and property strings
 * are full of both; OkHttp's own form and query encoders leave some of them as they are.
 */
final class PercentEncoding {
  private PercentEncoding() {}

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
