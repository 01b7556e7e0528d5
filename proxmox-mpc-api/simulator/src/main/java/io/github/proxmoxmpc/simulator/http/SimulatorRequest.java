package io.github.proxmoxmpc.simulator.http;

import java.util.List;
import java.util.Optional;
import okio.ByteString;

/**
 * A request as it came in, whatever carried it.
 *
 * @param method the verb as sent, {@code GET}
 * @param target path and query as sent, not decoded: {@code /api2/json/pools?poolid=a%2Fb}
 * @param headers all headers in their order
 * @param body what of the body was kept: a transport may cap it
 * @param bodySize how many bytes the body really had
 */
public record SimulatorRequest(
    String method, String target, List<Header> headers, ByteString body, long bodySize) {

  /** Copies the headers. */
  public SimulatorRequest {
    headers = List.copyOf(headers);
  }

  /** A request without a body. */
  public static SimulatorRequest of(String method, String target, List<Header> headers) {
    return new SimulatorRequest(method, target, headers, ByteString.EMPTY, 0);
  }

  /** A request with a form in its body. */
  public static SimulatorRequest form(
      String method, String target, List<Header> headers, String form) {
    List<Header> all = new java.util.ArrayList<>(headers);
    all.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    ByteString body = ByteString.encodeUtf8(form);
    return new SimulatorRequest(method, target, all, body, body.size());
  }

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Method and path without the query and without headers, which hold secrets. */
  @Override
  public String toString() {
    int query = target.indexOf('?');
    return method + " " + (query < 0 ? target : target.substring(0, query));
  }
}
