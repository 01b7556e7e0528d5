package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/** Writes the address of a call. */
final class RequestUrl {
  /** Segments that OkHttp would resolve instead of append. */
  private static final Set<String> STEPS = Set.of(".", "..");

  private RequestUrl() {}

  /**
   * Returns the address of a call without its query.
   *
   * @throws IllegalArgumentException if a value of the path would lead to another path
   */
  static HttpUrl of(HttpUrl base, ApiCall<?> call) {
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : call.segments()) {
      if (segment.isEmpty()) {
        throw new IllegalArgumentException("Cannot send " + call + ": a part of its path is empty");
      }
      if (STEPS.contains(segment)) {
        throw new IllegalArgumentException(
            "Cannot send "
                + call
                + ": a part of its path is '"
                + segment
                + "', which would lead to another path");
      }
      url.addPathSegment(segment);
    }
    return url.build();
  }

  /**
   * Returns an address with parameters in its query.
   *
   * <p>Everything but the unreserved characters of RFC 3986 is encoded, as in values that the
   * server stores percent-encoded. OkHttp's own encoder writes a space as a plus sign.
   */
  static HttpUrl withQuery(HttpUrl url, List<Parameters.Pair> pairs) {
    if (pairs.isEmpty()) {
      return url;
    }
    HttpUrl.Builder query = url.newBuilder();
    for (Parameters.Pair pair : pairs) {
      query.addEncodedQueryParameter(
          PercentText.encode(pair.name()), PercentText.encode(pair.value()));
    }
    return query.build();
  }
}
