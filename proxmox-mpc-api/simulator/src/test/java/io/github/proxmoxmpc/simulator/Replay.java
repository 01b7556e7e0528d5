package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.Dispatcher;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sends a recorded conversation to a simulator and compares the responses. */
final class Replay {
  private static final Pattern INSERTION = Pattern.compile("([$%])\\{([^}]+)\\}");
  private static final Instant START = Instant.parse("2026-11-22T02:20:48Z");
  private static final int LONGEST_TASK_SECONDS = 300;

  private final MovedClock clock = new MovedClock();
  private final Tickets tickets = new Tickets(clock, "replay");
  private final Simulation simulation;
  private final Map<Integer, Object> results = new TreeMap<>();

  Replay(Estate estate) {
    simulation =
        Simulation.start(
            estate,
            new Simulation.Server(clock, "AB:CD", tickets),
            new Dispatcher.Setup(clock, Duration.ZERO, received -> {}));
  }

  private static final class MovedClock extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Sends one request and returns the first difference to the record, or null. */
  @Nullable String send(RecordedExchange recorded) {
    Instant then = START.plusSeconds(recorded.at());
    if (then.isAfter(clock.now)) {
      clock.now = then;
    }
    SimulatorResponse response = answer(recorded);
    for (int i = 0;
        recorded.waits() && response.text().contains("\"running\"") && i < LONGEST_TASK_SECONDS;
        i++) {
      clock.now = clock.now.plusSeconds(1);
      response = answer(recorded);
    }
    String text = response.text();
    Map<String, @Nullable Object> body =
        text.startsWith("{") ? JsonCodec.object(JsonCodec.read(text)) : Map.of();
    Object data = body.get("data");
    if (data != null) {
      results.put(recorded.number(), data);
    }
    if (response.status() != recorded.status()) {
      return response.status() + " " + response.reason() + " " + body.getOrDefault("errors", "");
    }
    if (!response.reason().equals(inserted(recorded.reason()))) {
      return "reason '" + response.reason() + "' instead of '" + recorded.reason() + "'";
    }
    List<String> connection =
        response.headers().stream()
            .filter(header -> header.name().equals("Connection"))
            .map(Header::value)
            .toList();
    if (!connection.equals(recorded.connection())) {
      return "connection " + connection + " instead of " + recorded.connection();
    }
    List<String> errors = JsonCodec.object(body.get("errors")).keySet().stream().sorted().toList();
    if (!errors.equals(recorded.errors())) {
      return "errors " + errors + " instead of " + recorded.errors();
    }
    if (recorded.shape() == null) {
      return body.isEmpty() ? null : "a body";
    }
    return JsonShape.difference(recorded.shape(), data);
  }

  private SimulatorResponse answer(RecordedExchange recorded) {
    String path = inserted(recorded.path());
    String target = path.startsWith("/api2/") ? path : "/api2/json" + path;
    List<Header> headers = new ArrayList<>(credentials(recorded.caller()));
    String form =
        recorded.parameters().entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(inserted(one.getValue())))
            .collect(Collectors.joining("&"));
    String body = recorded.body();
    SimulatorRequest request;
    if (body != null) {
      headers.add(new Header("Content-Type", String.valueOf(recorded.type())));
      ByteString octets = ByteString.encodeUtf8(body);
      request = new SimulatorRequest(recorded.method(), target, headers, octets, octets.size());
    } else if (recorded.method().equals("POST") || recorded.method().equals("PUT")) {
      request = SimulatorRequest.form(recorded.method(), target, headers, form);
    } else {
      request =
          SimulatorRequest.of(
              recorded.method(), form.isEmpty() ? target : target + "?" + form, headers);
    }
    return simulation.dispatcher().handle(request);
  }

  private List<Header> credentials(String caller) {
    String root = tickets.issue(Simulation.USER);
    String kind = caller.contains(":") ? caller.substring(0, caller.indexOf(':')) : caller;
    String value = inserted(caller.substring(caller.indexOf(':') + 1));
    return switch (kind) {
      case "none" -> List.of();
      case "root" -> withTicket(root, tickets.issueCsrfToken(Simulation.USER));
      case "root-without-csrf" -> withTicket(root, "");
      case "root-with-bad-csrf" -> withTicket(root, "00000000:forged");
      case "malformed-ticket" -> withTicket("rubbish", "");
      case "unknown-token" -> withToken("nobody@pve!none=secret");
      case "malformed-token" -> withToken("rubbish");
      case "token" -> withToken(value);
      case "ticket" -> withTicket(value, tickets.issueCsrfToken(value.split(":", -1)[1]));
      default -> throw new IllegalArgumentException("Unknown caller '" + caller + "'");
    };
  }

  private static List<Header> withTicket(String ticket, String csrf) {
    Header cookie = new Header("Cookie", "PVEAuthCookie=" + encoded(ticket));
    return csrf.isEmpty()
        ? List.of(cookie)
        : List.of(cookie, new Header("CSRFPreventionToken", csrf));
  }

  private static List<Header> withToken(String token) {
    return List.of(new Header("Authorization", "PVEAPIToken=" + token));
  }

  private String inserted(String text) {
    Matcher matcher = INSERTION.matcher(text);
    return matcher.replaceAll(
        found -> {
          String value = result(found.group(2));
          return Matcher.quoteReplacement(found.group(1).equals("%") ? encoded(value) : value);
        });
  }

  private String result(String name) {
    if (name.equals("password")) {
      return Simulation.secretOf(Simulation.USER);
    }
    if (name.equals("totp")) {
      return OneTimePassword.at("JBSWY3DPEHPK3PXP", clock.instant());
    }
    String[] steps = name.split("/", -1);
    Object value = results.get(Integer.valueOf(steps[0]));
    for (int i = 1; i < steps.length; i++) {
      value =
          value instanceof List<?> list
              ? (list.isEmpty() ? null : list.get(Integer.parseInt(steps[i])))
              : JsonCodec.object(value).get(steps[i]);
    }
    return value == null ? "missing:" + name : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
