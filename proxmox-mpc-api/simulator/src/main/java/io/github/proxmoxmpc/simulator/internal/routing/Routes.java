package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which operation is handled by what. An area adds its own, one line an operation. */
public final class Routes {
  private final OperationIndex schema;
  private final SortedMap<String, Handler> handlers = new TreeMap<>();

  /** A table without any handler yet. */
  public Routes(OperationIndex schema) {
    this.schema = schema;
  }

  /**
   * Adds a handler.
   *
   * @param operation verb and path template as the schema has it
   * @throws java.util.NoSuchElementException if the schema has no such operation
   * @throws IllegalStateException if it has a handler already
   */
  public Routes on(String operation, Handler handler) {
    schema.operation(operation);
    if (handlers.putIfAbsent(operation, handler) != null) {
      throw new IllegalStateException(operation + " has a handler already");
    }
    return this;
  }

  /** What handles an operation. */
  public Optional<Handler> find(String operation) {
    return Optional.ofNullable(handlers.get(operation));
  }

  /** All operations that are handled, sorted. */
  public SortedSet<String> operations() {
    return new TreeSet<>(handlers.keySet());
  }
}
