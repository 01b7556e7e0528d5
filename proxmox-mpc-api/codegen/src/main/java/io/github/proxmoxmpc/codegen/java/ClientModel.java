package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.Views.Argument;
import io.github.proxmoxmpc.codegen.java.Views.Child;
import io.github.proxmoxmpc.codegen.java.Views.Identifier;
import io.github.proxmoxmpc.codegen.java.Views.JavaFile;
import io.github.proxmoxmpc.codegen.java.Views.PathClass;
import io.github.proxmoxmpc.codegen.java.Views.PathField;
import io.github.proxmoxmpc.codegen.java.Views.PathParameter;
import io.github.proxmoxmpc.codegen.java.Views.ServiceMethod;
import io.github.proxmoxmpc.codegen.java.Views.Verb;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Departure;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From the schema to the files of the client: the path tree, and what hangs on its operations. */
final class ClientModel {
  private final String rootPackage;
  private final FormatModel formats;
  private final TypeDocs docs;
  private final Map<String, PackageModel> packages = new TreeMap<>();
  private final List<JavaFile> files = new ArrayList<>();
  private final Map<PathNode, List<Verb>> verbs = new HashMap<>();

  private ClientModel(String rootPackage, FormatModel formats, TypeDocs docs) {
    this.rootPackage = rootPackage;
    this.formats = formats;
    this.docs = docs;
  }

  /** All files for a schema, under a root package. */
  static List<JavaFile> filesFor(ApiSchema schema, String rootPackage) {
    List<PathNode> nodes = PathNode.treeOf(schema).self();
    TypeDocs docs = new TypeDocs(schema, nodes, rootPackage);
    ClientModel model = new ClientModel(rootPackage, FormatModel.of(schema, docs), docs);
    // Names that follow from the path come first; enumerations take what is left.
    for (PathNode node : nodes) {
      PackageModel area = model.areaOf(node);
      area.names().take(node.typeName());
      node.operations().values().forEach(operation -> area.reserve(node.baseName(), operation));
    }
    nodes.forEach(node -> model.addVerbs(node, operation -> operation.gone() == null));
    nodes.forEach(node -> model.addVerbs(node, operation -> operation.gone() != null));
    nodes.forEach(model::add);
    schema.identifiers().forEach(model::add);
    model.packages.values().forEach(area -> model.files.addAll(area.files()));
    model.files.addAll(model.formats.files());
    return model.files;
  }

  private void add(ApiSchema.Identifier identifier) {
    PackageModel area = areaOf(rootPackage + ".identifier");
    area.names().take(identifier.type());
    files.add(
        new JavaFile(
            area.name(),
            area.names(),
            identifier.type(),
            "identifier",
            new Identifier(
                identifier.type(),
                docs.ofIdentifier(identifier),
                JavaText.literal("name of " + identifier.kind()),
                JavaText.literal("the name of " + identifier.kind()),
                JavaText.literal(identifier.rule()))));
  }

  private PackageModel areaOf(PathNode node) {
    return areaOf(node.packageName(rootPackage));
  }

  private PackageModel areaOf(String packageName) {
    return packages.computeIfAbsent(packageName, name -> new PackageModel(name, formats, docs));
  }

  /** What is gone comes after all else: enumerations take the names that are left. */
  private void addVerbs(PathNode node, Predicate<Operation> which) {
    List<String> fields = fieldsOf(node).stream().map(PathField::name).toList();
    List<Verb> added = verbs.computeIfAbsent(node, each -> new ArrayList<>());
    for (Operation operation : node.operations().values()) {
      if (which.test(operation)) {
        Verb verb = verb(areaOf(node), node, operation, fields);
        added.add(verb);
        String parameter = operation.returns().downloadParameter();
        if (parameter != null) {
          added.add(download(node, operation, verb, parameter));
        }
      }
    }
  }

  private Verb download(PathNode node, Operation operation, Verb verb, String parameter) {
    String name = JavaNames.member(node.baseName() + " download");
    areaOf(node).addServiceMethod(serviceMethod(name, node, operation, JavaType.DOWNLOAD));
    return verb.asDownload(name, JavaText.literal(parameter));
  }

  private static List<PathField> fieldsOf(PathNode node) {
    return node.parameterNodes().stream()
        .map(each -> new PathField(pathType(each).plain(), JavaNames.member(each.name())))
        .toList();
  }

  private void add(PathNode node) {
    PackageModel area = areaOf(node);
    List<Verb> verbs = this.verbs.getOrDefault(node, List.of());
    files.add(
        new JavaFile(
            area.name(),
            area.names(),
            node.typeName(),
            "pathClass",
            new PathClass(
                node.typeName(),
                docs.ofPath(node),
                fieldsOf(node),
                children(node),
                verbs.stream().filter(verb -> verb.flagLiteral() == null).toList(),
                verbs,
                verbs.isEmpty() ? null : area.serviceName(),
                verbs.isEmpty() ? null : area.resultTypesName())));
  }

  /**
   * A literal child is a method; a parameter below a literal is the same method with an argument.
   */
  private List<Child> children(PathNode node) {
    List<Child> children = new ArrayList<>();
    for (PathNode child : node.children()) {
      String method = JavaNames.step(child.name());
      if (!child.isParameter()) {
        children.add(new Child(method, new Code(qualified(child)), Facts.of(child), null));
        for (PathNode grandchild : child.children()) {
          if (grandchild.isParameter()) {
            children.addAll(steps(method, grandchild));
          }
        }
      } else if (node.isRoot() || node.isParameter()) {
        children.addAll(steps(method, child));
      }
    }
    return children;
  }

  /** Both ways lead through the identifier, so the bare value is checked too. */
  private List<Child> steps(String method, PathNode child) {
    String name = JavaNames.member(child.name());
    JavaType type = pathType(child);
    List<Child> steps = new ArrayList<>();
    steps.add(step(method, child, new Argument(type.plain(), name, new Code(name))));
    if (type.isIdentifier()) {
      TypeSchema schema = child.parameterSchema();
      Code bare = new Code(schema.type().equals("integer") ? "int" : "String");
      String maker = schema.isLoose() ? ".asSent(" : ".of(";
      steps.add(
          step(
              method, child, new Argument(bare, name, new Code(type.name() + maker + name + ")"))));
    }
    return steps;
  }

  /** The type of a parameter of the path: an identifier, a number, or text. */
  private static JavaType pathType(PathNode parameter) {
    JavaType type = JavaType.scalar(parameter.parameterSchema());
    return type.isIdentifier() || type.primitive() != null ? type : JavaType.STRING;
  }

  private Child step(String method, PathNode child, Argument argument) {
    return new Child(method, new Code(qualified(child)), Facts.of(child), argument);
  }

  private String qualified(PathNode node) {
    return node.packageName(rootPackage) + "." + node.typeName();
  }

  private Verb verb(PackageModel area, PathNode node, Operation operation, List<String> fields) {
    String method = operation.method().toLowerCase(Locale.ROOT);
    String base = node.baseName();
    String serviceMethod = JavaNames.member(base + " " + operation.method());
    String request = area.addRequest(base, operation, node.parameters());
    boolean optional = request != null && allOptional(operation, node.parameters());
    JavaType type = area.addResult(base, operation);
    boolean task = JavaType.UPID.equals(type);
    boolean maybe = mayBeNull(operation.returns(), type);
    area.addServiceMethod(serviceMethod(serviceMethod, node, operation, type));
    String privilege = Facts.privilege(operation);
    Departure gone = operation.gone();
    return new Verb(
        method,
        operation.method(),
        JavaText.literal(operation.path()),
        JavaText.literal(operation.since()),
        gone == null ? null : JavaText.literal(gone.release()),
        gone == null || gone.instead() == null ? null : JavaText.literal(gone.instead()),
        privilege == null ? null : JavaText.literal(privilege),
        operation.tokenAllowed(),
        serviceMethod,
        resultOf(type, maybe),
        asyncResultOf(type, maybe),
        type == null,
        task,
        task && maybe,
        request,
        optional,
        null,
        fields,
        Facts.of(operation));
  }

  private static ServiceMethod serviceMethod(
      String name, PathNode node, Operation operation, @Nullable JavaType result) {
    return new ServiceMethod(
        name,
        operation.method(),
        JavaText.literal(operation.path().substring(1)),
        result == null ? new Code("Void") : result.boxed(),
        JavaType.DOWNLOAD.equals(result),
        mayBeNull(operation.returns(), result),
        operation.returns().mayBeAgentError(),
        node.parameterNodes().stream()
            .map(
                each ->
                    new PathParameter(
                        JavaText.literal(each.name()),
                        pathType(each).plain(),
                        JavaNames.member(each.name())))
            .toList());
  }

  /** Whether null may come instead of a value; lists and objects are empty then. */
  private static boolean mayBeNull(TypeSchema returns, @Nullable JavaType result) {
    return returns.optional() && result != null && result.equals(simpleResult(returns));
  }

  /** What a verb hands out: nothing, a task, or the result. */
  private static Code resultOf(@Nullable JavaType type, boolean maybe) {
    if (type == null) {
      return new Code("void");
    }
    return maybe ? shown(type).orNull() : shown(type).plain();
  }

  /** The same as what a future holds. */
  private static Code asyncResultOf(@Nullable JavaType type, boolean maybe) {
    if (type == null) {
      return new Code("Void");
    }
    return maybe ? shown(type).orNull() : shown(type).boxed();
  }

  private static JavaType shown(JavaType type) {
    return type.equals(JavaType.UPID) ? JavaType.TASK : type;
  }

  /** Whether the parameters of an operation may all be left out. */
  private static boolean allOptional(Operation operation, List<String> inPath) {
    return operation.parameters().entrySet().stream()
        .filter(parameter -> !inPath.contains(parameter.getKey()))
        .map(Map.Entry::getValue)
        .allMatch(schema -> schema.optional() && !schema.isSubstitute());
  }

  /** The type of a result; null where an operation answers nothing. */
  static @Nullable JavaType simpleResult(TypeSchema schema) {
    return switch (schema.type()) {
      case "null" -> null;
      case "download" -> JavaType.DOWNLOAD;
      default -> JavaType.scalar(schema);
    };
  }
}
