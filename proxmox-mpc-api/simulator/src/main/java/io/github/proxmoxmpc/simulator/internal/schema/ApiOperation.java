package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation of the API as the schema describes it. */
public final class ApiOperation {
  private final String key;
  private final Map<String, @Nullable Object> facts;
  private @Nullable Map<String, Property> parameters;

  ApiOperation(String key, Map<String, @Nullable Object> facts) {
    this.key = key;
    this.facts = facts;
  }

  /** Returns method and path template: {@code GET /nodes/{node}/qemu}. */
  public String key() {
    return key;
  }

  /** Returns whether the operation only reads. */
  public boolean isRead() {
    return key.startsWith("GET ");
  }

  /**
   * Returns the parameters, including those of the path. {@code net[n]} represents net0, net1 and
   * so on.
   */
  public synchronized Map<String, Property> parameters() {
    if (parameters == null) {
      parameters = Property.all(facts.get("parameters"));
    }
    return parameters;
  }

  /** Returns the fields of the result, empty if it is not an object. */
  public Map<String, Property> resultFields() {
    return Property.all(JsonCodec.object(facts.get("returns")).get("properties"));
  }

  /** Returns the fields of a row of the result, empty if it is not a list of objects. */
  public Map<String, Property> rowFields() {
    return Property.all(
        JsonCodec.object(JsonCodec.object(facts.get("returns")).get("items")).get("properties"));
  }

  /** Returns whether the result is a list whose rows have at most one field, as in a directory. */
  public boolean listsDirectory() {
    return "array".equals(JsonCodec.object(facts.get("returns")).get("type"))
        && rowFields().size() <= 1;
  }

  /** Returns whether an API token may call the operation. A few operations require a ticket. */
  public boolean allowsToken() {
    return Long.valueOf(1).equals(facts.get("allowtoken"));
  }

  /** Returns whether the server forwards the request to the node in the path. */
  public boolean isProxiedToNode() {
    return "node".equals(facts.get("proxyto"));
  }

  /** Returns whether the daemon hands the request on to the one that runs as root. */
  public boolean isProtected() {
    return Long.valueOf(1).equals(facts.get("protected"));
  }

  /** Returns the required permissions in the notation of Proxmox VE. */
  public Map<String, @Nullable Object> permissions() {
    return JsonCodec.object(facts.get("permissions"));
  }
}
