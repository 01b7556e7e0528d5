package io.github.proxmoxmpc.simulator.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that the simulator got and answered.
 *
 * @param method the verb
 * @param path the path below {@code /api2/json}, decoded
 * @param parameters what came in the query and the body, sorted by name; secrets are masked
 * @param status the status of the answer
 */
public record ReceivedRequest(
    String method, String path, Map<String, String> parameters, int status) {

  /** Copies the parameters. */
  public ReceivedRequest {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** If it asks for a change, even if it was refused: POST, PUT and DELETE. */
  public boolean isWrite() {
    return method.equals("POST") || method.equals("PUT") || method.equals("DELETE");
  }

  @Override
  public String toString() {
    return method + " " + path + " " + parameters + " -> " + status;
  }
}
