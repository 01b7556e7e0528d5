package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorHandler;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a simulator's handler, without a network. */
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

  static ApiProbe withToken(ProxmoxSimulator pve, String token) {
    return new ApiProbe(
        pve.handler(), List.of(new Header("Authorization", "PVEAPIToken=" + token)));
  }

  /**
   * An answer.
   *
   * @param data its data, or null
   */
  record Answer(
      int status, String reason, @Nullable Object data, Map<String, Object> errors, String body) {
    Map<String, @Nullable Object> object() {
      return Json.object(data);
    }

    List<@Nullable Object> list() {
      return Json.array(data);
    }

    Map<String, @Nullable Object> row(int index) {
      return Json.object(list().get(index));
    }

    String text() {
      return String.valueOf(data);
    }
  }

  Answer get(String path, String... parameters) {
    return call("GET", path + (parameters.length == 0 ? "" : "?" + form(parameters)), null);
  }

  Answer delete(String path, String... parameters) {
    return call("DELETE", path + (parameters.length == 0 ? "" : "?" + form(parameters)), null);
  }

  Answer post(String path, String... parameters) {
    return call("POST", path, form(parameters));
  }

  Answer put(String path, String... parameters) {
    return call("PUT", path, form(parameters));
  }

  /** The exit status of the task that an answer names. */
  String exitOf(Answer answer) {
    String upid = answer.text();
    String node = upid.split(":", -1)[1];
    Answer status = get("/nodes/" + node + "/tasks/" + upid + "/status");
    return String.valueOf(status.object().get("exitstatus"));
  }

  Answer call(String method, String pathAndQuery, @Nullable String form) {
    String target = "/api2/json" + pathAndQuery;
    SimulatorResponse response =
        handler.handle(
            form == null
                ? SimulatorRequest.of(method, target, headers)
                : SimulatorRequest.form(method, target, headers, form));
    String body = response.text();
    Map<String, @Nullable Object> read =
        body.startsWith("{") ? Json.object(Json.read(body)) : Map.of();
    @SuppressWarnings("unchecked") // texts by parameter
    Map<String, Object> errors =
        read.get("errors") == null ? Map.of() : (Map<String, Object>) read.get("errors");
    return new Answer(response.status(), response.reason(), read.get("data"), errors, body);
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
