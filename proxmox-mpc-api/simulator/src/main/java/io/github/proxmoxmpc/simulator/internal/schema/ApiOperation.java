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

  /** Verb and path template: {@code GET /nodes/{node}/qemu}. */
  public String key() {
    return key;
  }

  /** The parameters, those of the path too; {@code net[n]} stands for net0, net1 and so on. */
  public synchronized Map<String, Property> parameters() {
    if (parameters == null) {
      parameters = Property.all(facts.get("parameters"));
    }
    return parameters;
  }

  /** The fields of the result, empty if it is no object. */
  public Map<String, Property> resultFields() {
    return Property.all(JsonCodec.object(facts.get("returns")).get("properties"));
  }

  /** If an API token may call it; a few calls ask for a ticket. */
  public boolean allowsToken() {
    return Long.valueOf(1).equals(facts.get("allowtoken"));
  }

  /** If the server that is asked passes the request on to the node in the path. */
  public boolean isProxiedToNode() {
    return "node".equals(facts.get("proxyto"));
  }

  /** Who may call it, as Proxmox VE writes it down. */
  public Map<String, @Nullable Object> permissions() {
    return JsonCodec.object(facts.get("permissions"));
  }
}
