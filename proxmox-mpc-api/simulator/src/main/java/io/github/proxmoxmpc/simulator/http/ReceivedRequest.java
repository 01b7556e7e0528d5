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

  /** If it can change anything: all but GET. */
  public boolean isWrite() {
    return !method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + path + " " + parameters + " -> " + status;
  }
}
