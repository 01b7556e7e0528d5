package io.github.proxmoxmpc.simulator.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that the simulator received and answered.
 *
 * @param method the HTTP method
 * @param path the decoded path below {@code /api2/json}
 * @param parameters the parameters of query and body, sorted by name; secrets are masked
 * @param status the status of the response
 */
public record ReceivedRequest(
    String method, String path, Map<String, String> parameters, int status) {

  /** Copies the parameters. */
  public ReceivedRequest {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /**
   * Returns whether the request asks for a change: POST, PUT or DELETE. Refused requests count too.
   */
  public boolean isWrite() {
    return method.equals("POST") || method.equals("PUT") || method.equals("DELETE");
  }

  @Override
  public String toString() {
    return method + " " + path + " " + parameters + " -> " + status;
  }
}
