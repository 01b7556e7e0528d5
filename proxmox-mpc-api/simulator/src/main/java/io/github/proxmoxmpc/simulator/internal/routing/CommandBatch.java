package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Executes several commands in one request: {@code POST /nodes/{node}/execute}. */
public final class CommandBatch {
  private final Dispatcher dispatcher;

  private CommandBatch(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** Adds the route. */
  public static void addTo(Routes routes, Dispatcher dispatcher) {
    routes.on("POST /nodes/{node}/execute", new CommandBatch(dispatcher)::execute);
  }

  private List<Map<String, @Nullable Object>> execute(RoutedCall call) {
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    for (Object command : JsonCodec.array(JsonCodec.read(call.required("commands")))) {
      results.add(execute(call, JsonCodec.object(command)));
    }
    return results;
  }

  // A command that fails does not end the batch.
  private Map<String, @Nullable Object> execute(
      RoutedCall call, Map<String, @Nullable Object> command) {
    String path = "nodes/" + call.nodeName() + "/" + command.get("path");
    Map<String, @Nullable Object> parameters = new TreeMap<>();
    JsonCodec.object(command.get("args"))
        .forEach((name, value) -> parameters.put(name, RequestParameters.fromJson(value)));
    JsonMap result = new JsonMap();
    try {
      Object data =
          dispatcher.call(command.get("method") + " /" + path, call.identity(), parameters);
      return result
          .put("status", 200)
          .put("data", data instanceof Page page ? page.rows() : data)
          .build();
    } catch (InvalidParametersException e) {
      return result
          .put("status", 400)
          .put("message", e.getMessage() + "\n")
          .put("errors", e.errors())
          .build();
    } catch (RefusalException e) {
      return e.status() == 501
          ? result.put("status", 500).put("message", "no handler for '" + path + "'\n").build()
          : result.put("status", e.status()).put("message", e.getMessage() + "\n").build();
    }
  }
}
