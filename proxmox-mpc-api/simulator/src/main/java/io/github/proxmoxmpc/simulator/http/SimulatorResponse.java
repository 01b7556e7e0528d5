package io.github.proxmoxmpc.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okio.ByteString;

/**
 * An answer, whatever carries it.
 *
 * @param status the HTTP status
 * @param reason the reason phrase: Proxmox VE puts the cause of an error there
 * @param headers all headers in their order; {@code Connection} can come twice, as the server does
 * @param body the body, empty for some refusals
 * @param delay how long the server lets a client wait for it; the transport does the waiting
 */
public record SimulatorResponse(
    int status, String reason, List<Header> headers, ByteString body, Duration delay) {

  /** Copies the headers. */
  public SimulatorResponse {
    headers = List.copyOf(headers);
  }

  /** The body as text. */
  public String text() {
    return body.utf8();
  }

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  @Override
  public String toString() {
    return status + " " + reason;
  }
}
