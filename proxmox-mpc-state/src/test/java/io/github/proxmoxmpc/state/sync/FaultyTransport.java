package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.MockWebServerTransport;
import io.github.proxmoxmpc.simulator.http.ServerCertificate;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A transport in front of a simulator that injects failures, and a client that uses it. */
final class FaultyTransport implements AutoCloseable {
  private static final ServerCertificate CERTIFICATE = ServerCertificate.selfSigned();

  private final MockWebServerTransport transport;
  private final ProxmoxClient client;
  private volatile Function<SimulatorRequest, @Nullable SimulatorResponse> fault = request -> null;

  FaultyTransport(ProxmoxSimulator pve) {
    transport =
        MockWebServerTransport.start(
            request -> {
              SimulatorResponse faulty = fault.apply(request);
              return faulty == null ? pve.handler().handle(request) : faulty;
            },
            CERTIFICATE,
            0);
    client =
        ProxmoxClient.builder(transport.url().toString())
            .credentials(ApiToken.parse(pve.token()))
            .fingerprint(CERTIFICATE.fingerprint())
            .resilience(r -> r.retries(0))
            .build();
  }

  ProxmoxClient client() {
    return client;
  }

  /**
   * Sets a function that returns the response in place of the simulator, or null to let the
   * simulator answer.
   */
  void fault(Function<SimulatorRequest, @Nullable SimulatorResponse> function) {
    fault = function;
  }

  /** Fails each call whose target contains a text. */
  void failOn(String target, int status, String reason) {
    fault(
        request ->
            request.target().contains(target) ? json(status, reason, "{\"data\":null}") : null);
  }

  static SimulatorResponse ok(String body) {
    return json(200, "OK", body);
  }

  /** Returns the response of a server that reports a failure in its reason phrase. */
  static SimulatorResponse failure(String reason) {
    return json(500, reason, "{\"data\":null}");
  }

  static SimulatorResponse json(int status, String reason, String body) {
    return response(status, reason, "application/json;charset=UTF-8", body);
  }

  /** Returns a page, such as a proxy shows in place of the server's response. */
  static SimulatorResponse page(int status, String reason) {
    String body = "<html><body><h1>" + status + " " + reason + "</h1></body></html>";
    return response(status, reason, "text/html", body);
  }

  private static SimulatorResponse response(int status, String reason, String type, String body) {
    ByteString bytes = ByteString.encodeUtf8(body);
    return new SimulatorResponse(
        status,
        reason,
        List.of(
            new Header("Content-Type", type),
            new Header("Content-Length", Integer.toString(bytes.size()))),
        bytes,
        Duration.ZERO);
  }

  @Override
  public void close() {
    client.close();
    transport.close();
  }
}
