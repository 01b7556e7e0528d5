package io.github.proxmoxmpc.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okio.Buffer;
import okio.ByteString;

/**
 * Serves HTTPS on the loopback interface with OkHttp's MockWebServer. HTTP/1.1 only, as the API
 * daemon of Proxmox VE. MockWebServer itself refuses a GET or HEAD with a body and closes the
 * connection.
 */
public final class MockWebServerTransport implements SimulatorTransport {
  /**
   * Limits how much of an upload is kept: the form fields come first, and the file is not needed.
   */
  private static final long BODY_LIMIT = 1024L * 1024;

  /**
   * Kept in a field, because the log manager drops loggers that nobody references. Clients that
   * disconnect are not worth a log entry.
   */
  private static final Logger NOISE = Logger.getLogger(MockWebServer.class.getName());

  static {
    NOISE.setLevel(Level.SEVERE);
  }

  private final MockWebServer server;

  private MockWebServerTransport(MockWebServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free port
   * @throws UncheckedIOException if the port is in use
   */
  public static MockWebServerTransport start(
      SimulatorHandler handler, ServerCertificate certificate, int port) {
    MockWebServer server = new MockWebServer();
    server.setProtocols(List.of(Protocol.HTTP_1_1));
    server.setProtocolNegotiationEnabled(false);
    server.setBodyLimit(BODY_LIMIT);
    server.setServerSocketFactory(new NoDelayServerSockets());
    server.useHttps(certificate.socketFactory());
    server.setDispatcher(new HandlingDispatcher(server, handler));
    try {
      server.start(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      server.close();
      throw new UncheckedIOException("Cannot listen on port " + port + " of localhost", e);
    }
    return new MockWebServerTransport(server);
  }

  @Override
  public URI url() {
    return URI.create("https://localhost:" + server.getPort());
  }

  @Override
  public void close() {
    server.close();
  }

  private static final class HandlingDispatcher extends Dispatcher {
    private final MockWebServer server;
    private final SimulatorHandler handler;

    HandlingDispatcher(MockWebServer server, SimulatorHandler handler) {
      this.server = server;
      this.handler = handler;
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
      // MockWebServer keeps every request for takeRequest; without this call a long run fills the
      // heap.
      server.takeRequest(0, TimeUnit.MILLISECONDS);
      List<Header> headers = new ArrayList<>();
      recorded
          .getHeaders()
          .forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
      ByteString body = recorded.getBody();
      SimulatorRequest request =
          new SimulatorRequest(
              recorded.getMethod(),
              recorded.getTarget(),
              headers,
              body == null ? ByteString.EMPTY : body,
              recorded.getBodySize());
      SimulatorResponse response = Compression.apply(request, handler.handle(request));
      MockResponse.Builder builder =
          new MockResponse.Builder()
              .status("HTTP/1.1 " + response.status() + " " + response.reason());
      boolean closes = false;
      boolean keeps = false;
      // This also removes MockWebServer's Content-Length: like the real server, a refusal without a
      // body has none and ends with the connection.
      builder.body(new Buffer().write(response.body())).clearHeaders();
      if (response.body().size() > 0) {
        builder.addHeader("Content-Length", response.body().size());
      }
      for (Header header : response.headers()) {
        builder.addHeaderLenient(header.name(), header.value());
        if (header.name().equalsIgnoreCase("Connection")) {
          closes |= header.value().equalsIgnoreCase("close");
          keeps |= header.value().equalsIgnoreCase("Keep-Alive");
        }
      }
      builder.headersDelay(response.delay().toMillis(), TimeUnit.MILLISECONDS);
      if (closes && !keeps) {
        builder.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
      }
      return builder.build();
    }
  }
}
