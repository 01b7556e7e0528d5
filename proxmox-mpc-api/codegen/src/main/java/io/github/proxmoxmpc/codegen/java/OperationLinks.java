package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Creates Javadoc links to the Java methods of operations. */
final class OperationLinks {
  private final Map<String, String> typeByPath = new HashMap<>();

  OperationLinks(List<PathNode> nodes, String rootPackage) {
    for (PathNode node : nodes) {
      typeByPath.put(node.path(), node.packageName(rootPackage) + "." + node.typeName());
    }
  }

  /** Returns a link with the text {@code PUT /pools}. */
  String to(Operation operation) {
    return "{@linkplain "
        + typeOf(operation)
        + "#"
        + operation.method().toLowerCase(Locale.ROOT)
        + " "
        + JavaText.javadoc(operation.title())
        + "}";
  }

  /** Returns the package of an operation's place. */
  String packageOf(Operation operation) {
    String type = typeOf(operation);
    return type.substring(0, type.lastIndexOf('.'));
  }

  private String typeOf(Operation operation) {
    return Objects.requireNonNull(typeByPath.get(operation.path()), operation.path());
  }
}
