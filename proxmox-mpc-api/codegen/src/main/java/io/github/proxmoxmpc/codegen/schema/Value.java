package io.github.proxmoxmpc.codegen.schema;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value of an operation: a parameter, the result, or a value inside one of them.
 *
 * @param operation the method and path of the operation
 * @param isParameter whether the value belongs to a parameter, not to the result
 * @param name the name of the parameter or field; elements and alternatives have the name of the
 *     value that holds them, and the result itself has the empty name
 * @param facts the facts of the value, which a visitor may extend
 */
record Value(
    String operation, boolean isParameter, String name, Map<String, @Nullable Object> facts) {

  /** Visits all values of the operations, outer values before inner ones. */
  static void visitAll(Map<String, @Nullable Object> operations, Consumer<Value> visitor) {
    operations.forEach(
        (title, each) -> {
          Map<String, @Nullable Object> operation = Json.object(each);
          Json.object(operation.get("parameters"))
              .forEach(
                  (name, facts) -> new Value(title, true, name, Json.object(facts)).visit(visitor));
          new Value(title, false, "", Json.object(operation.get("returns"))).visit(visitor);
        });
  }

  private void visit(Consumer<Value> visitor) {
    visitor.accept(this);
    if (facts.get("items") != null) {
      inner(name, facts.get("items")).visit(visitor);
    }
    Json.list(facts.get("oneOf")).forEach(each -> inner(name, each).visit(visitor));
    Json.object(facts.get("properties"))
        .forEach((field, each) -> inner(field, each).visit(visitor));
  }

  private Value inner(String name, @Nullable Object facts) {
    return new Value(operation, isParameter, name, Json.object(facts));
  }

  /** Returns the facts as a schema. */
  TypeSchema schema() {
    return new TypeSchema(facts);
  }
}
