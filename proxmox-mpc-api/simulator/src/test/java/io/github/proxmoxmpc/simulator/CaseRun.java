package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.OperationCases.Case;
import io.github.proxmoxmpc.simulator.OperationCases.Write;
import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.Dispatcher;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A cluster of its own for one case, after the setup of the case. */
final class CaseRun {
  private static final String NOBODY = "nobody@pve!none";
  private static final Estate ESTATE =
      TestEstates.operations()
          .data("/access/openid/login", "{\"code-1\": {\"sub\": \"eve\"}}")
          .token(NOBODY, "secret", Map.of("/mapping/dir/none", Set.of("Mapping.Audit")))
          .build();
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Tickets TICKETS = new Tickets(CLOCK, "cases");

  private final Simulation simulation;
  private final Map<String, String> results = new HashMap<>();
  private final Case request;

  /** Prepares a case. */
  CaseRun(Case request) {
    this.request = request;
    simulation =
        Simulation.start(
            ESTATE,
            new Simulation.Server(CLOCK, "AB:CD", TICKETS),
            new Dispatcher.Setup(CLOCK, Duration.ZERO, received -> {}));
    results.put("password", Simulation.secretOf(Simulation.USER));
    results.put("vncticket", TICKETS.issueConsole("root@pam:/vms/100:5900"));
    request.setup().forEach(this::prepare);
  }

  private void prepare(Write write) {
    Object result;
    try {
      result =
          simulation
              .dispatcher()
              .call(
                  filled(write.operation()),
                  Identity.unrestricted(Simulation.USER),
                  new TreeMap<>(filled(write.parameters())));
    } catch (InvalidParametersException e) {
      throw new AssertionError("Setup '" + write.operation() + "': " + e.errors(), e);
    } catch (RuntimeException e) {
      throw new AssertionError("Setup '" + write.operation() + "': " + e.getMessage(), e);
    }
    if (write.as() != null) {
      String text = String.valueOf(result);
      results.put(write.as(), text);
      if (result instanceof Map<?, ?> fields) {
        fields.forEach((key, value) -> results.put(write.as() + "." + key, String.valueOf(value)));
      }
      for (String pair : text.startsWith("https:") ? text.split("[?&]", -1) : new String[0]) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          results.put(write.as() + "." + pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
    }
  }

  /** Returns the parameters of the case with the results of the setup inserted. */
  Map<String, Object> parameters() {
    return filled(request.parameters());
  }

  /** Returns the path of the case with the results of the setup inserted. */
  String path() {
    return filled(request.path());
  }

  private Map<String, Object> filled(Map<String, Object> parameters) {
    Map<String, Object> filled = new TreeMap<>();
    parameters.forEach(
        (name, value) -> filled.put(name, value instanceof String text ? filled(text) : value));
    return filled;
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> result : results.entrySet()) {
      filled = filled.replace("${" + result.getKey() + "}", result.getValue());
    }
    return filled;
  }

  /** Sends the request as root@pam, with a ticket. */
  ApiProbe.Response send(String path, Map<String, Object> parameters) {
    return send(
        path,
        parameters,
        List.of(
            new Header("Cookie", "PVEAuthCookie=" + encoded(TICKETS.issue(Simulation.USER))),
            new Header("CSRFPreventionToken", TICKETS.issueCsrfToken(Simulation.USER))));
  }

  /** Sends the request with a token that has no privilege. */
  ApiProbe.Response sendWithoutPrivileges() {
    return send(
        path(),
        parameters(),
        List.of(new Header("Authorization", "PVEAPIToken=" + NOBODY + "=secret")));
  }

  private ApiProbe.Response send(
      String path, Map<String, Object> parameters, List<Header> credentials) {
    String target = "/api2/json" + encodedPath(path);
    boolean hasBody = request.method().equals("POST") || request.method().equals("PUT");
    String form = form(parameters);
    SimulatorRequest sent;
    if (request.upload() != null) {
      sent = upload(target, parameters, request.upload(), credentials);
    } else if (hasBody) {
      sent = SimulatorRequest.form(request.method(), target, credentials, form);
    } else {
      sent =
          SimulatorRequest.of(
              request.method(), form.isEmpty() ? target : target + "?" + form, credentials);
    }
    SimulatorResponse response = simulation.dispatcher().handle(sent);
    String body = response.text();
    Map<String, @Nullable Object> read =
        body.startsWith("{") ? JsonCodec.object(JsonCodec.read(body)) : Map.of();
    Map<String, Object> errors = new TreeMap<>();
    JsonCodec.object(read.get("errors"))
        .forEach((name, text) -> errors.put(name, String.valueOf(text)));
    return new ApiProbe.Response(
        response.status(), response.reason(), read.get("data"), errors, body);
  }

  private static SimulatorRequest upload(
      String target, Map<String, Object> parameters, String file, List<Header> credentials) {
    StringBuilder body = new StringBuilder();
    for (String name : List.of("content", "checksum-algorithm", "checksum")) {
      Object value = parameters.get(name);
      if (value != null) {
        body.append("--x\r\nContent-Disposition: form-data; name=\"").append(name);
        body.append("\"\r\n\r\n").append(value).append("\r\n");
      }
    }
    body.append("--x\r\nContent-Disposition: form-data; name=\"filename\"; filename=\"")
        .append(file)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\nabc\r\n--x--\r\n");
    List<Header> headers = new ArrayList<>(credentials);
    headers.add(new Header("Content-Type", "multipart/form-data; boundary=x"));
    ByteString octets = ByteString.encodeUtf8(body.toString());
    return new SimulatorRequest("POST", target, headers, octets, octets.size());
  }

  private static String form(Map<String, Object> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, value) -> {
          List<?> values = value instanceof List<?> list ? list : List.of(value);
          values.forEach(one -> pairs.add(encoded(name) + "=" + encoded(String.valueOf(one))));
        });
    return String.join("&", pairs);
  }

  private static String encodedPath(String path) {
    return encoded(path).replace("%2F", "/").replace("+", "%20");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
