package io.github.proxmoxmpc.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okio.ByteString;

/**
 * A response, independent of the transport.
 *
 * @param status the HTTP status
 * @param reason the reason phrase; Proxmox VE puts the cause of an error there
 * @param headers all headers in order; like the real server, {@code Connection} can occur twice
 * @param body the body, empty for some refusals
 * @param delay how long the transport delays the response
 */
public record SimulatorResponse(
    int status, String reason, List<Header> headers, ByteString body, Duration delay) {

  /** Copies the headers. */
  public SimulatorResponse {
    headers = List.copyOf(headers);
  }

  /** Returns the body as text. */
  public String text() {
    return body.utf8();
  }

  /** Returns the first header with this name, ignoring case. */
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
