package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.JavaFile;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PackageInfo;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Request;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Result;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.TypeNames;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One package of the client: its path classes, requests, results and enumerations. */
final class PackageModel {
  private final TypeNames names;
  private final FormatModel formats;
  private final TypeDocs docs;
  private final @Nullable SharedTypes shared;
  private final Enumerations enumerations;
  private final Map<String, String> resultByOperation = new HashMap<>();
  private final Map<String, String> nameByField = new HashMap<>();
  private final List<JavaFile> files = new ArrayList<>();

  /**
   * Creates a package without files.
   *
   * @param shared the shared types; null for the packages of these types
   */
  PackageModel(String name, FormatModel formats, TypeDocs docs, @Nullable SharedTypes shared) {
    this.names = new TypeNames(name, Renderer.fixedNames());
    this.formats = formats;
    this.docs = docs;
    this.shared = shared;
    this.enumerations =
        new Enumerations(names, shared == null ? null : shared.enumerations().enumerations);
  }

  String name() {
    return names.packageName();
  }

  TypeNames names() {
    return names;
  }

  TypeDocs docs() {
    return docs;
  }

  SharedTypes shared() {
    return Objects.requireNonNull(shared);
  }

  /** Returns the type name of an object inside another one; repeated calls return the same. */
  String nameOf(String owner, String field) {
    return nameByField.computeIfAbsent(
        owner + "." + field,
        unused -> {
          String name = JavaNames.joined(owner, JavaNames.type(field));
          return names.takeFirst(name, JavaNames.joined(name, "Value"));
        });
  }

  GuardedFields guardedFields() {
    return new GuardedFields(formats);
  }

  Enumerations enumerations() {
    return enumerations;
  }

  /** Reserves the names that follow from the path, before other types can take them. */
  void reserve(PathNode place) {
    names.take(place.typeName());
    for (Operation operation : place.operations().values()) {
      names.take(RequestModel.nameOf(place, operation));
      if (operation.returns().element().sharedResult() == null) {
        String result = names.take(ResultModel.nameOf(place, operation));
        resultByOperation.put(operation.title(), result);
      }
    }
  }

  /** Adds the request of an operation and returns its name; null if it has only path parameters. */
  @Nullable String addRequest(PathNode place, Operation operation) {
    RequestModel model = new RequestModel(place, operation, enumerations);
    if (model.isEmpty()) {
      return null;
    }
    Request request = model.view(formats, docs);
    add(request.name(), "request", request);
    return request.name();
  }

  /** Adds the result of an operation and returns its type; null if it has no result. */
  @Nullable JavaType addResult(PathNode place, Operation operation) {
    String other = operation.returns().sameAs();
    if (other != null) {
      return sharedResult(operation.title(), other);
    }
    ResultModel model = new ResultModel(place, operation, this);
    JavaType type = model.type();
    for (Result result : model.objects()) {
      add(result.name(), "result", result);
    }
    return type;
  }

  private JavaType sharedResult(String title, String other) {
    String type = resultByOperation.get(other);
    if (type == null) {
      throw new IllegalArgumentException(
          "overrides.json: "
              + title
              + " shares the result of an operation that is not in its package: "
              + other);
    }
    return JavaType.generated(name() + "." + type);
  }

  /** Adds the file of a type whose name was taken before. */
  void add(String type, String template, Object model) {
    files.add(new JavaFile(names, type, template, model));
  }

  /** Adds the enumerations and the description of the package, and returns all files. */
  List<JavaFile> finished() {
    enumerations.views(docs).forEach(each -> add(each.name(), "enumeration", each));
    add("package-info", "packageInfo", new PackageInfo(docs.ofPackage(name())));
    return List.copyOf(files);
  }
}
