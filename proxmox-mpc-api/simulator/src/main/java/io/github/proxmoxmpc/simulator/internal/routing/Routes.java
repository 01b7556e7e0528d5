package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Maps operations to handlers. Each area adds its own, one line per operation. */
public final class Routes {
  private final OperationIndex schema;
  private final SortedMap<String, Handler> handlers = new TreeMap<>();

  /** Creates an empty table. */
  public Routes(OperationIndex schema) {
    this.schema = schema;
  }

  /**
   * Adds a handler.
   *
   * @param operation method and path template as in the schema
   * @throws java.util.NoSuchElementException if the schema has no such operation
   * @throws IllegalStateException if the operation has a handler already
   */
  public Routes on(String operation, Handler handler) {
    schema.operation(operation);
    if (handlers.putIfAbsent(operation, handler) != null) {
      throw new IllegalStateException("Operation " + operation + " already has a handler");
    }
    return this;
  }

  /**
   * Replaces the handler of an operation by one that may call it.
   *
   * @throws java.util.NoSuchElementException if the operation has no handler yet
   */
  public Routes wrap(String operation, UnaryOperator<Handler> wrapper) {
    handlers.put(operation, wrapper.apply(find(operation).orElseThrow()));
    return this;
  }

  /** Returns the handler of an operation. */
  public Optional<Handler> find(String operation) {
    return Optional.ofNullable(handlers.get(operation));
  }

  /** Returns all implemented operations, sorted. */
  public SortedSet<String> operations() {
    return new TreeSet<>(handlers.keySet());
  }
}
