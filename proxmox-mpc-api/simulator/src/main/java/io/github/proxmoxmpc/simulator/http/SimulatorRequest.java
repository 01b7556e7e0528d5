package io.github.proxmoxmpc.simulator.http;

import java.util.List;
import java.util.Optional;
import okio.ByteString;

/**
 * A request, independent of the transport.
 *
 * @param method the HTTP method, {@code GET}
 * @param target path and query as sent, not decoded: {@code /api2/json/pools?poolid=a%2Fb}
 * @param headers all headers in order
 * @param body the part of the body that the transport kept; it may limit the size
 * @param bodySize the full size of the body in bytes
 */
public record SimulatorRequest(
    String method, String target, List<Header> headers, ByteString body, long bodySize) {

  /** Copies the headers. */
  public SimulatorRequest {
    headers = List.copyOf(headers);
  }

  /** Creates a request without a body. */
  public static SimulatorRequest of(String method, String target, List<Header> headers) {
    return new SimulatorRequest(method, target, headers, ByteString.EMPTY, 0);
  }

  /** Creates a request with a form as its body. */
  public static SimulatorRequest form(
      String method, String target, List<Header> headers, String form) {
    List<Header> all = new java.util.ArrayList<>(headers);
    all.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    ByteString body = ByteString.encodeUtf8(form);
    return new SimulatorRequest(method, target, all, body, body.size());
  }

  /** Returns the first header with this name, ignoring case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Returns method and path. Query and headers are left out because they can hold secrets. */
  @Override
  public String toString() {
    int query = target.indexOf('?');
    return method + " " + (query < 0 ? target : target.substring(0, query));
  }
}
