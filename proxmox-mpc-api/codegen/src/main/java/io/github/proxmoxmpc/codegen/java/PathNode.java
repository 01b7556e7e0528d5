package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place in the path tree: the root, a literal segment, or a parameter. */
final class PathNode {
  private static final int PACKAGE_DEPTH = 2;
  private static final String ITEM = "Item";
  private static final String ROOT_TYPE = "ProxmoxApi";

  private final @Nullable PathNode parent;
  private final String segment;
  private final Map<String, PathNode> children = new TreeMap<>();
  private final Map<String, Operation> operations = new TreeMap<>();

  private PathNode(@Nullable PathNode parent, String segment) {
    this.parent = parent;
    this.segment = segment;
  }

  /** Returns the root of the tree of all operations. */
  static PathNode treeOf(ApiSchema schema) {
    PathNode root = new PathNode(null, "");
    for (Operation operation : schema.operations()) {
      PathNode node = root;
      for (String segment : operation.path().substring(1).split("/", -1)) {
        PathNode holder = node;
        node = node.children.computeIfAbsent(segment, s -> new PathNode(holder, s));
      }
      node.operations.put(operation.method(), operation);
    }
    return root;
  }

  List<PathNode> children() {
    return List.copyOf(children.values());
  }

  /** Returns the operations of this place by method, in alphabetical order. */
  Map<String, Operation> operations() {
    return operations;
  }

  boolean isRoot() {
    return parent == null;
  }

  boolean isParameter() {
    return segment.startsWith("{");
  }

  /** Returns this place, or the nearest literal place above it if this is a parameter. */
  PathNode literal() {
    PathNode node = this;
    while (node.isParameter() && node.parent != null) {
      node = node.parent;
    }
    return node;
  }

  /** Returns the deepest place that contains this place and another one; it may be one of them. */
  PathNode commonWith(PathNode other) {
    PathNode node = this;
    while (node.parent != null && !node.self().contains(other)) {
      node = node.parent;
    }
    return node;
  }

  /** Returns the name of the parameter, or the literal segment. */
  String name() {
    return isParameter() ? segment.substring(1, segment.length() - 1) : segment;
  }

  String path() {
    return parent == null ? "" : parent.path() + "/" + segment;
  }

  /** Returns the names of the parameters in the path, in order. */
  List<String> parameters() {
    return parameterNodes().stream().map(PathNode::name).toList();
  }

  /** Returns the places of the parameters in the path, in order. */
  List<PathNode> parameterNodes() {
    return fromRoot().stream().filter(PathNode::isParameter).toList();
  }

  /** Returns the schema of this place's parameter, from any operation at or below this place. */
  TypeSchema parameterSchema() {
    for (Operation operation : operations.values()) {
      TypeSchema schema = operation.parameters().get(name());
      if (schema != null) {
        return schema;
      }
    }
    for (PathNode child : children.values()) {
      for (PathNode below : child.self()) {
        for (Operation operation : below.operations.values()) {
          TypeSchema schema = operation.parameters().get(name());
          if (schema != null) {
            return schema;
          }
        }
      }
    }
    return new TypeSchema(new LinkedHashMap<>());
  }

  /** Returns this place and all places below it, parents first. */
  List<PathNode> self() {
    List<PathNode> all = new ArrayList<>();
    all.add(this);
    children.values().forEach(child -> all.addAll(child.self()));
    return all;
  }

  /**
   * Returns the package: the first two literal segments, so that it follows from the REST path.
   *
   * @param root the package of the root
   */
  String packageName(String root) {
    StringBuilder name = new StringBuilder(root);
    literals().stream()
        .limit(PACKAGE_DEPTH)
        .forEach(literal -> name.append('.').append(JavaNames.packageSegment(literal)));
    return name.toString();
  }

  /**
   * Returns the beginning of the names of all types of this place: the literal segments from the
   * last one of the package on, and the parameters after the last literal. A parameter with the
   * name of the segment before it, as in {@code /storage/{storage}}, is called {@code Item}.
   */
  String baseName() {
    String name = "";
    int literal = 0;
    int literals = literals().size();
    for (PathNode node : fromRoot()) {
      if (!node.isParameter()) {
        literal++;
        if (literal >= Math.min(PACKAGE_DEPTH, literals)) {
          name = JavaNames.joined(name, node.typeSegment());
        }
      } else if (literal == literals) {
        String parameter = JavaNames.type(node.name());
        boolean isRepeated = JavaNames.endsWithWords(name, parameter);
        name = JavaNames.joined(name, isRepeated ? ITEM : parameter);
      }
    }
    return name;
  }

  /**
   * Returns the segment as part of a type name. A removed segment is prefixed if its name and that
   * of a current one differ only in case, as {@code backupinfo} and {@code backup-info}: some file
   * systems would treat their files as one.
   */
  private String typeSegment() {
    String type = JavaNames.type(segment);
    boolean clashes =
        parent != null
            && isGone()
            && parent.children.values().stream()
                .anyMatch(
                    other -> other != this && JavaNames.type(other.segment).equalsIgnoreCase(type));
    return clashes ? "Former" + type : type;
  }

  /** Returns whether all operations at or below this place were removed. */
  boolean isGone() {
    return self().stream()
        .flatMap(node -> node.operations.values().stream())
        .allMatch(operation -> operation.gone() != null);
  }

  /** Returns the name of the class of this place. */
  String typeName() {
    return isRoot() ? ROOT_TYPE : JavaNames.joined(baseName(), "Path");
  }

  /** Returns the Java call that leads from a client to this place. */
  String call() {
    StringBuilder call = new StringBuilder("api()");
    boolean open = false;
    for (PathNode node : fromRoot()) {
      String name = JavaNames.member(node.name());
      if (!node.isParameter()) {
        call.append(open ? "()." : ".").append(name);
      } else {
        call.append(open ? "" : "." + name).append('(').append(name).append(')');
      }
      open = !node.isParameter();
    }
    return call.append(open ? "()" : "").toString();
  }

  private List<String> literals() {
    return fromRoot().stream()
        .filter(node -> !node.isParameter())
        .map(node -> node.segment)
        .toList();
  }

  private List<PathNode> fromRoot() {
    List<PathNode> nodes = new ArrayList<>();
    for (PathNode node = this; node != null && !node.isRoot(); node = node.parent) {
      nodes.add(0, node);
    }
    return nodes;
  }
}
