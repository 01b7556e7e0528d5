package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the Javadoc of each generated type from the facts of its operations. */
final class TypeDocs {
  private static final String IMMUTABLE = "Immutable and thread-safe.";

  private final List<PathNode> nodes;
  private final String rootPackage;
  private final OperationLinks links;
  private final Uses uses;

  TypeDocs(List<PathNode> nodes, String rootPackage, OperationLinks links, Uses uses) {
    this.nodes = nodes;
    this.rootPackage = rootPackage;
    this.links = links;
    this.uses = uses;
  }

  /** Documents a class of the path tree: the call that leads to it, and its operations. */
  List<String> ofPath(PathNode node) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "The place "
            + JavaText.javadoc(node.isRoot() ? "/" : node.path())
            + " of the path tree, in Java "
            + JavaText.javadoc(node.call())
            + ".");
    lines.add(IMMUTABLE);
    if (!node.operations().isEmpty()) {
      lines.add("");
      lines.add("<ul>");
      for (Operation operation : node.operations().values()) {
        lines.add("  <li>" + JavaText.indexed(operation.title()) + ":");
        lines.add(
            "      {@link #"
                + operation.method().toLowerCase(Locale.ROOT)
                + "}"
                + Facts.releases(operation)
                + "; needs "
                + Facts.needed(operation));
      }
      lines.add("</ul>");
    }
    return lines;
  }

  /** Documents the request of an operation. */
  List<String> ofRequest(Operation operation) {
    List<String> lines = new ArrayList<>();
    lines.add("The parameters of " + JavaText.javadoc(operation.title()) + ". " + IMMUTABLE);
    addOperation(lines, "Sent by", operation);
    return lines;
  }

  /** Documents the result of an operation. */
  List<String> ofResult(Operation operation) {
    List<String> lines = new ArrayList<>();
    lines.add("The result of " + JavaText.javadoc(operation.title()) + ". " + IMMUTABLE);
    addOperation(lines, "Returned by", operation);
    nodes.stream()
        .flatMap(node -> node.operations().values().stream())
        .filter(other -> operation.title().equals(other.returns().sameAs()))
        .forEach(other -> addOperation(lines, "Returned by", other));
    return lines;
  }

  /** Documents a result that several operations share. */
  List<String> ofSharedResult(SharedType.Result type) {
    List<String> lines = new ArrayList<>();
    lines.add(JavaText.prose(type.meaning()) + ". " + IMMUTABLE);
    addReturning(lines, type);
    return lines;
  }

  /** Documents an object inside a result that several operations share. */
  List<String> ofField(SharedType.Result type, String owner, String field) {
    List<String> lines = new ArrayList<>();
    lines.add(fieldOf(owner, field));
    addReturning(lines, type);
    return lines;
  }

  /** Adds the operations that return a shared result, with their privileges. */
  private void addReturning(List<String> lines, SharedType.Result type) {
    lines.addAll(List.of("", "<p>Returned by:", "", "<ul>"));
    for (Operation operation : uses.answeredBy(type)) {
      lines.add("  <li>" + links.to(operation) + Facts.releases(operation) + "; needs");
      lines.add("      " + Facts.needed(operation));
    }
    lines.add("</ul>");
  }

  /** Documents an object inside the result of an operation. */
  List<String> ofField(Operation operation, String owner, String field) {
    List<String> lines = new ArrayList<>();
    lines.add(fieldOf(owner, field));
    addOperation(lines, "Returned by", operation);
    return lines;
  }

  private static String fieldOf(String owner, String field) {
    return "The field " + JavaText.javadoc(field) + " of {@link " + owner + "}. " + IMMUTABLE;
  }

  private void addOperation(List<String> lines, String role, Operation operation) {
    lines.add("");
    lines.add("<p>" + role + " " + links.to(operation) + Facts.releases(operation) + ".");
    lines.addAll(Facts.rights(operation));
  }

  /** Documents an enumeration. */
  List<String> ofEnumeration(SharedType.Enumeration type) {
    List<String> lines = new ArrayList<>();
    lines.add(
        type.meaning() == null
            ? "Values of " + JavaText.javadoc(type.field()) + "."
            : JavaText.prose(type.meaning()) + ".");
    lines.addAll(usesOf(type));
    return lines;
  }

  /** Returns the first release of each value that is newer than the enumeration. */
  Map<String, String> valuesSince(SharedType.Enumeration type) {
    return uses.valuesSince(type);
  }

  /** Documents the type of a property string. */
  List<String> ofFormat(String java) {
    return usesOf(new SharedType.Format(java));
  }

  /** Documents a type of identifiers. */
  List<String> ofIdentifier(ApiSchema.Identifier identifier) {
    List<String> lines = new ArrayList<>();
    lines.add("The name of " + JavaText.prose(identifier.kind()) + ". " + IMMUTABLE);
    lines.add("");
    lines.add("<p>Pattern: " + JavaText.javadoc(identifier.rule()));
    lines.addAll(usesOf(new SharedType.Identifier(identifier.type())));
    return lines;
  }

  /** Documents a package: its path, and the operations below it. */
  List<String> ofPackage(String packageName) {
    List<PathNode> here =
        nodes.stream().filter(node -> node.packageName(rootPackage).equals(packageName)).toList();
    List<String> lines = new ArrayList<>();
    if (packageName.equals(SharedType.Enumeration.PACKAGE)) {
      lines.add("Enumerations that several operations of Proxmox VE share.");
    } else if (packageName.equals(SharedType.Result.PACKAGE)) {
      lines.add("Results that several operations of Proxmox VE share.");
    } else if (here.isEmpty()) {
      lines.add("Types for identifiers that only some operations of Proxmox VE use.");
    } else if (here.get(0).isRoot()) {
      lines.add("The path tree: begin at {@link io.github.proxmoxmpc.api.ProxmoxClient#api}.");
      lines.add(
          "<a href=\"doc-files/" + RestPage.FILE + "\">REST paths</a> lists every operation.");
    } else {
      lines.add("The path " + JavaText.javadoc(here.get(0).path()) + " and the paths below it.");
      lines.addAll(
          items(here.stream().flatMap(node -> node.operations().values().stream()).toList()));
    }
    return lines;
  }

  /** Lists the operations that accept a type, and those that return it. */
  private List<String> usesOf(SharedType type) {
    List<String> lines = new ArrayList<>();
    addList(lines, "Accepted by:", uses.takenBy(type));
    addList(lines, "Returned by:", uses.answeredBy(type));
    return lines;
  }

  private void addList(List<String> lines, String heading, List<Operation> operations) {
    if (!operations.isEmpty()) {
      lines.add("");
      lines.add("<p>" + heading);
      lines.addAll(items(operations));
    }
  }

  private List<String> items(List<Operation> operations) {
    List<String> lines = new ArrayList<>();
    for (Operation operation : operations) {
      lines.add("  <li>" + links.to(operation) + Facts.releases(operation));
    }
    if (!lines.isEmpty()) {
      lines.addAll(0, List.of("", "<ul>"));
      lines.add("</ul>");
    }
    return lines;
  }
}
