package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorHandler;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sends requests to a simulator's handler without a network. */
final class ApiProbe {
  private final SimulatorHandler handler;
  private final List<Header> headers;

  ApiProbe(SimulatorHandler handler, List<Header> headers) {
    this.handler = handler;
    this.headers = headers;
  }

  static ApiProbe of(ProxmoxSimulator pve) {
    return withToken(pve, pve.token());
  }

  /** Returns a probe that sends requests as root@pam: some operations refuse even its tokens. */
  static ApiProbe asRoot(ProxmoxSimulator pve) {
    return withPassword(pve, Simulation.USER, Simulation.secretOf(Simulation.USER));
  }

  static ApiProbe withPassword(ProxmoxSimulator pve, String user, String password) {
    Map<String, ?> session =
        new ApiProbe(pve.handler(), List.of())
            .post("/access/ticket", "username", user, "password", password)
            .object();
    return new ApiProbe(
        pve.handler(),
        List.of(
            new Header("Cookie", "PVEAuthCookie=" + session.get("ticket")),
            new Header("CSRFPreventionToken", String.valueOf(session.get("CSRFPreventionToken")))));
  }

  static ApiProbe withToken(ProxmoxSimulator pve, String token) {
    return new ApiProbe(
        pve.handler(), List.of(new Header("Authorization", "PVEAPIToken=" + token)));
  }

  /**
   * A response.
   *
   * @param data the data, or null
   */
  record Response(
      int status, String reason, @Nullable Object data, Map<String, Object> errors, String body) {
    Map<String, @Nullable Object> object() {
      return JsonCodec.object(data);
    }

    List<@Nullable Object> list() {
      return JsonCodec.array(data);
    }

    Map<String, @Nullable Object> row(int index) {
      return JsonCodec.object(list().get(index));
    }

    String text() {
      return String.valueOf(data);
    }
  }

  Response get(String path, String... parameters) {
    return call("GET", path + (parameters.length == 0 ? "" : "?" + form(parameters)), null);
  }

  Response delete(String path, String... parameters) {
    return call("DELETE", path + (parameters.length == 0 ? "" : "?" + form(parameters)), null);
  }

  Response post(String path, String... parameters) {
    return call("POST", path, form(parameters));
  }

  Response put(String path, String... parameters) {
    return call("PUT", path, form(parameters));
  }

  /** Returns the exit status of the task that a response names. */
  String exitOf(Response response) {
    String upid = response.text();
    String node = upid.split(":", -1)[1];
    Response status = get("/nodes/" + node + "/tasks/" + upid + "/status");
    return String.valueOf(status.object().get("exitstatus"));
  }

  /** Sends a JSON body, which unlike a form can hold empty values. */
  Response putJson(String path, String json) {
    List<Header> all = new ArrayList<>(headers);
    all.add(new Header("Content-Type", "application/json"));
    ByteString body = ByteString.encodeUtf8(json);
    return send(new SimulatorRequest("PUT", "/api2/json" + path, all, body, body.size()));
  }

  Response call(String method, String pathAndQuery, @Nullable String form) {
    String target = "/api2/json" + pathAndQuery;
    return send(
        form == null
            ? SimulatorRequest.of(method, target, headers)
            : SimulatorRequest.form(method, target, headers, form));
  }

  private Response send(SimulatorRequest request) {
    SimulatorResponse response = handler.handle(request);
    String body = response.text();
    Map<String, @Nullable Object> read =
        body.startsWith("{") ? JsonCodec.object(JsonCodec.read(body)) : Map.of();
    @SuppressWarnings("unchecked") // texts by parameter
    Map<String, Object> errors =
        read.get("errors") == null ? Map.of() : (Map<String, Object>) read.get("errors");
    return new Response(response.status(), response.reason(), read.get("data"), errors, body);
  }

  static String form(String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      pairs.add(
          URLEncoder.encode(parameters[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }
}
