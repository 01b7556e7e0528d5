package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that several operations share, and their packages. */
final class SharedTypes {
  private final PackageModel enumerations;
  private final PackageModel results;
  private final CommonResults made = new CommonResults();
  private final Map<SharedType.Result, PackageModel> packageByResult = new LinkedHashMap<>();

  SharedTypes(FormatModel formats, TypeDocs docs) {
    this.enumerations = new PackageModel(SharedType.Enumeration.PACKAGE, formats, docs, null);
    this.results = new PackageModel(SharedType.Result.PACKAGE, formats, docs, null);
  }

  List<PackageModel> packages() {
    return List.of(enumerations, results);
  }

  PackageModel enumerations() {
    return enumerations;
  }

  /** Takes the name of a result in its package, before any other type can take it. */
  void take(SharedType.Result type, PackageModel area) {
    area.names().take(type.java());
    packageByResult.put(type, area);
  }

  /** Returns the package of a result. */
  PackageModel packageOf(SharedType.Result type) {
    return packageByResult.getOrDefault(type, results);
  }

  /** Adds an operation that returns a shared result. */
  void add(SharedType.Result type, List<Result> objects, String operation) {
    made.add(type, objects, operation);
  }

  /** Adds the files of the results; call it after all places have been added. */
  void finish() {
    packageByResult.forEach(
        (type, area) ->
            made.objects(type).forEach(result -> area.add(result.name(), "result", result)));
  }
}
