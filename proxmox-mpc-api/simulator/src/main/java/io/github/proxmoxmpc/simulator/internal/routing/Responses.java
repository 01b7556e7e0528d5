package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.schema.ApiOperation;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Responses of the API daemon: status line, headers and body as seen on 9.2.11. */
final class Responses {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String JSON = "application/json;charset=UTF-8";

  private final Clock clock;

  Responses(Clock clock) {
    this.clock = clock;
  }

  /** The Connection headers of a response, as seen on 9.2.11. */
  enum Connection {
    /** After an error and after an upload. */
    CLOSED,
    /** After a response of the daemon itself. */
    KEPT,
    /** After a response of the daemon that runs as root: its header comes first. */
    RELAYED;

    static Connection after(ApiOperation operation) {
      if (operation.key().endsWith("/upload")) {
        return CLOSED;
      }
      return operation.isProtected() ? RELAYED : KEPT;
    }
  }

  /** The outcome of an operation, independent of the requested format. */
  record Outcome(
      int status,
      String message,
      @Nullable Object data,
      Map<String, String> errors,
      @Nullable Long total) {
    static Outcome success(@Nullable Object result) {
      return result instanceof Page page
          ? new Outcome(200, "OK", page.rows(), Map.of(), page.total() == 0 ? null : page.total())
          : new Outcome(200, "OK", result, Map.of(), null);
    }

    static Outcome refusal(int status, String message) {
      return new Outcome(status, message, null, Map.of(), null);
    }

    boolean isSuccess() {
      return status == 200;
    }
  }

  SimulatorResponse json(Connection connection, Outcome outcome) {
    JsonMap body = new JsonMap().put("data", outcome.data());
    body.putIfPresent("total", outcome.total());
    if (!outcome.isSuccess()) {
      body.put("message", outcome.message());
      body.putIfPresent("errors", outcome.errors().isEmpty() ? null : outcome.errors());
    }
    return new SimulatorResponse(
        outcome.status(),
        firstLine(outcome.message()),
        headers(outcome.isSuccess() ? connection : Connection.CLOSED, JSON),
        JsonCodec.write(body.build()),
        Duration.ZERO);
  }

  /**
   * Returns a response in the format of the web interface: always 200, with the outcome in the
   * body.
   */
  SimulatorResponse extjs(Connection connection, Outcome outcome) {
    JsonMap body = new JsonMap().put("data", outcome.data());
    body.putIfPresent("total", outcome.total());
    body.put("success", outcome.isSuccess() ? 1 : 0);
    if (!outcome.isSuccess()) {
      // Perl turned the codes of its exceptions into text (as seen on 9.2.11).
      boolean isException = outcome.status() == 400 || outcome.status() == 403;
      body.put("status", isException ? String.valueOf(outcome.status()) : outcome.status());
      body.put("message", outcome.message());
      body.putIfPresent("errors", outcome.errors().isEmpty() ? null : outcome.errors());
    }
    return new SimulatorResponse(
        200, "OK", headers(connection, JSON), JsonCodec.write(body.build()), Duration.ZERO);
  }

  /** Returns a refusal before the operation is known: a reason phrase without a body. */
  SimulatorResponse bare(int status, String reason, Duration delay) {
    return new SimulatorResponse(
        status, firstLine(reason), headers(Connection.CLOSED, null), ByteString.EMPTY, delay);
  }

  /** Returns a refusal in plain text. */
  SimulatorResponse plain(int status, String text) {
    return new SimulatorResponse(
        status,
        firstLine(text),
        headers(Connection.CLOSED, null),
        ByteString.encodeUtf8(text),
        Duration.ZERO);
  }

  private List<Header> headers(Connection connection, @Nullable String contentType) {
    String now = HTTP_DATE.format(clock.instant());
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Cache-Control", "max-age=0"));
    if (connection != Connection.KEPT) {
      headers.add(new Header("Connection", "close"));
    }
    if (connection != Connection.CLOSED) {
      headers.add(new Header("Connection", "Keep-Alive"));
    }
    headers.add(new Header("Date", now));
    headers.add(new Header("Pragma", "no-cache"));
    headers.add(new Header("Server", "pve-api-daemon/3.0"));
    if (contentType != null) {
      headers.add(new Header("Content-Type", contentType));
    }
    headers.add(new Header("Expires", now));
    return headers;
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.replace('\r', ' ');
  }
}
