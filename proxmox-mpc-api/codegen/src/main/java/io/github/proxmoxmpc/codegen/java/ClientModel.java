package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Identifier;
import io.github.proxmoxmpc.codegen.java.TemplateModels.JavaFile;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PathClass;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Verb;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
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

/** Turns the schema into the files of the client: the path tree, and the types it needs. */
final class ClientModel {
  private final String rootPackage;
  private final FormatModel formats;
  private final TypeDocs docs;
  private final PathSteps steps;

  private final SharedTypes shared;

  private final Map<String, PackageModel> packages = new TreeMap<>();
  private final Map<PathNode, List<Verb>> verbs = new HashMap<>();

  private ClientModel(String rootPackage, FormatModel formats, TypeDocs docs) {
    this.rootPackage = rootPackage;
    this.formats = formats;
    this.docs = docs;
    this.steps = new PathSteps(rootPackage);
    this.shared = new SharedTypes(formats, docs);
    shared.packages().forEach(area -> packages.put(area.name(), area));
  }

  /** Returns all files for a schema, under a root package. */
  static List<JavaFile> filesFor(ApiSchema schema, String rootPackage) {
    List<PathNode> nodes = PathNode.treeOf(schema).self();
    OperationLinks links = new OperationLinks(nodes, rootPackage);
    Uses uses = new Uses(schema.operations(), links);
    TypeDocs docs = new TypeDocs(nodes, rootPackage, links, uses);
    ClientModel model = new ClientModel(rootPackage, FormatModel.of(schema, docs), docs);
    uses.results().forEach(type -> model.shared.take(type, model.areaOf(uses.packageOf(type))));
    // Names that follow from a path come first; enumerations get names that are still free.
    nodes.forEach(node -> model.areaOf(node).reserve(node));
    EnumerationNames names = new EnumerationNames(nodes, uses);
    model.packages.values().forEach(area -> area.enumerations().takeNames(names));
    nodes.forEach(node -> model.addVerbs(node, operation -> operation.gone() == null));
    nodes.forEach(node -> model.addVerbs(node, operation -> operation.gone() != null));
    nodes.forEach(model::add);
    model.shared.finish();
    schema.identifiers().forEach(model::add);
    List<JavaFile> files = new ArrayList<>();
    model.packages.values().forEach(area -> files.addAll(area.finished()));
    files.addAll(model.formats.files());
    return files;
  }

  private void add(ApiSchema.Identifier identifier) {
    PackageModel area = areaOf(rootPackage + ".identifier");
    area.add(
        area.names().take(identifier.type()),
        "identifier",
        new Identifier(
            identifier.type(),
            docs.ofIdentifier(identifier),
            JavaText.literal("name of " + identifier.kind()),
            JavaText.literal("the name of " + identifier.kind()),
            JavaText.literal(identifier.rule())));
  }

  private PackageModel areaOf(PathNode node) {
    return areaOf(node.packageName(rootPackage));
  }

  private PackageModel areaOf(String packageName) {
    return packages.computeIfAbsent(
        packageName, name -> new PackageModel(name, formats, docs, shared));
  }

  /**
   * Adds the verbs of some operations. Removed ones come last and get names that are still free.
   */
  private void addVerbs(PathNode node, Predicate<Operation> selected) {
    List<Verb> added = verbs.computeIfAbsent(node, each -> new ArrayList<>());
    for (Operation operation : node.operations().values()) {
      if (selected.test(operation)) {
        Verb verb = verb(node, operation);
        added.add(verb);
        String parameter = operation.returns().downloadParameter();
        if (parameter != null) {
          added.add(verb.asDownload(ResultReaders.DOWNLOAD, JavaText.literal(parameter)));
        }
      }
    }
  }

  private void add(PathNode node) {
    PackageModel area = areaOf(node);
    List<Verb> verbs = this.verbs.getOrDefault(node, List.of());
    area.add(
        node.typeName(),
        "pathClass",
        new PathClass(
            node.typeName(),
            docs.ofPath(node),
            node.isRoot(),
            PathSteps.valueOf(node),
            steps.from(node),
            verbs));
  }

  private Verb verb(PathNode node, Operation operation) {
    PackageModel area = areaOf(node);
    String request = area.addRequest(node, operation);
    boolean optional = request != null && allOptional(operation, node.parameters());
    JavaType type = area.addResult(node, operation);
    boolean task = JavaType.UPID.equals(type);
    boolean maybe = mayBeNull(operation.returns(), type);
    Departure gone = operation.gone();
    return new Verb(
        operation.method().toLowerCase(Locale.ROOT),
        operation.method(),
        ResultReaders.kindOf(operation, type, maybe),
        operation.method(),
        JavaText.literal(operation.path()),
        ResultReaders.readerOf(operation, type, maybe),
        ResultReaders.readBy(type, maybe),
        operation.since() == null ? null : JavaText.literal(operation.since()),
        gone == null ? null : JavaText.literal(gone.release()),
        gone == null || gone.instead() == null ? null : JavaText.literal(gone.instead()),
        JavaText.literal(Facts.privilege(operation)),
        resultOf(type, maybe),
        asyncResultOf(type, maybe),
        type == null,
        task,
        task && maybe,
        request,
        optional,
        null,
        maybe ? Facts.returnedOrNull(task) : null,
        Facts.of(operation));
  }

  /** Returns whether the result may be null. Only values are; lists and objects are empty then. */
  private static boolean mayBeNull(TypeSchema returns, @Nullable JavaType result) {
    return returns.optional() && result != null && result.equals(ResultModel.scalar(returns));
  }

  /** Returns the return type of a verb: void, a task, or the result. */
  private static Code resultOf(@Nullable JavaType type, boolean maybe) {
    if (type == null) {
      return new Code("void");
    }
    return maybe ? shown(type).orNull() : shown(type).plain();
  }

  /** Returns the same type as the type argument of a future. */
  private static Code asyncResultOf(@Nullable JavaType type, boolean maybe) {
    if (type == null) {
      return new Code("Void");
    }
    return maybe ? shown(type).orNull() : shown(type).boxed();
  }

  private static JavaType shown(JavaType type) {
    return type.equals(JavaType.UPID) ? JavaType.TASK : type;
  }

  /** Returns whether an operation can be called without parameters. */
  private static boolean allOptional(Operation operation, List<String> inPath) {
    return operation.parameters().entrySet().stream()
        .filter(parameter -> !inPath.contains(parameter.getKey()))
        .map(Map.Entry::getValue)
        .allMatch(schema -> schema.optional() && !schema.isSubstitute());
  }
}
