package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.WireName;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that use each type which several operations may use. */
final class Uses {
  private final OperationLinks links;
  private final Map<SharedType, List<Use>> taken = new LinkedHashMap<>();
  private final Map<SharedType, List<Use>> answered = new LinkedHashMap<>();

  /** A use of a type in an operation. */
  private record Use(Operation operation, TypeSchema schema) {
    Use of(TypeSchema part) {
      return new Use(operation, part);
    }

    Optional<Use> items() {
      return schema.facts().containsKey("items")
          ? Optional.of(of(schema.items()))
          : Optional.empty();
    }
  }

  Uses(Collection<Operation> operations, OperationLinks links) {
    this.links = links;
    for (Operation operation : operations) {
      operation
          .parameters()
          .forEach(
              (name, schema) -> {
                walk(taken, new Use(operation, schema));
                // Path parameters are strings, even if their values are enumerated.
                if (!operation.path().contains("{" + name + "}")) {
                  enumerate(taken, name, new Use(operation, schema));
                }
              });
      walk(answered, new Use(operation, operation.returns()));
      enumerate(answered, "entry", new Use(operation, operation.returns()));
    }
  }

  /** Adds the property strings, the identifiers and the shared results of a value. */
  private static void walk(Map<SharedType, List<Use>> uses, Use use) {
    TypeSchema schema = use.schema();
    if (schema.propertyType() != null) {
      add(uses, new SharedType.Format(schema.propertyType()), use);
    }
    for (String meaning : new String[] {schema.meaning(), schema.elementMeaning()}) {
      if (meaning != null) {
        String java = meaning.substring(meaning.lastIndexOf('.') + 1);
        add(uses, new SharedType.Identifier(java), use);
      }
    }
    SharedType.Result result = SharedType.Result.of(schema);
    if (result != null) {
      add(uses, result, use);
    }
    use.items().ifPresent(items -> walk(uses, items));
    schema.alternatives().forEach(each -> walk(uses, use.of(each)));
    schema.properties().values().forEach(each -> walk(uses, use.of(each)));
  }

  /** Adds the enumerations of a value. A value with alternatives is a string. */
  private void enumerate(Map<SharedType, List<Use>> uses, String field, Use use) {
    TypeSchema schema = use.schema();
    if (schema.isEnumeration()) {
      String area = links.packageOf(use.operation());
      String stem = new WireName(field).stem();
      add(uses, SharedType.Enumeration.of(area, stem, schema), use);
    }
    use.items().ifPresent(items -> enumerate(uses, field, items));
    schema.properties().forEach((name, each) -> enumerate(uses, name, use.of(each)));
  }

  private static void add(Map<SharedType, List<Use>> uses, SharedType type, Use use) {
    uses.computeIfAbsent(type, unused -> new ArrayList<>()).add(use);
  }

  /** Returns all enumerations, in the order of the schema. */
  Set<SharedType.Enumeration> enumerations() {
    return all(SharedType.Enumeration.class);
  }

  /** Returns all shared results, in the order of the schema. */
  Set<SharedType.Result> results() {
    return all(SharedType.Result.class);
  }

  /** Returns the package of a shared result: that of its operations if they are in one. */
  String packageOf(SharedType.Result type) {
    Set<String> packages =
        answeredBy(type).stream().map(links::packageOf).collect(Collectors.toSet());
    return packages.size() == 1 ? packages.iterator().next() : SharedType.Result.PACKAGE;
  }

  private <T extends SharedType> Set<T> all(Class<T> kind) {
    return Stream.of(taken, answered)
        .flatMap(uses -> uses.keySet().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the operations that use a type; removed ones only if all of them were removed. */
  List<Operation> operations(SharedType type) {
    List<Operation> all =
        Stream.concat(takenBy(type).stream(), answeredBy(type).stream()).distinct().toList();
    List<Operation> current = all.stream().filter(each -> each.gone() == null).toList();
    return current.isEmpty() ? all : current;
  }

  /** Returns whether only removed operations use a type. */
  boolean isGone(SharedType type) {
    return operations(type).stream().allMatch(each -> each.gone() != null);
  }

  /** Returns whether a type is part of a result. */
  boolean isAnswered(SharedType type) {
    return answered.containsKey(type);
  }

  /** Returns the operations that accept a type. */
  List<Operation> takenBy(SharedType type) {
    return operations(taken, type);
  }

  /** Returns the operations that return a type. */
  List<Operation> answeredBy(SharedType type) {
    return operations(answered, type);
  }

  private static List<Operation> operations(Map<SharedType, List<Use>> uses, SharedType type) {
    return uses.getOrDefault(type, List.of()).stream().map(Use::operation).distinct().toList();
  }

  /** Returns the first releases of values of an enumeration on which all operations agree. */
  Map<String, String> valuesSince(SharedType.Enumeration type) {
    Map<String, String> common = null;
    for (Use use : taken.getOrDefault(type, List.of())) {
      Map<String, String> since = use.schema().valuesSince();
      if (common == null) {
        common = since;
      } else {
        common.entrySet().retainAll(since.entrySet());
      }
    }
    return common == null ? Map.of() : common;
  }
}
