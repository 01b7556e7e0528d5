package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations in which the types occur that no single operation owns, as Javadoc. */
final class Uses {
  private final OperationLinks links;
  private final Map<List<String>, Map<Operation, List<TypeSchema>>> taken = new LinkedHashMap<>();
  private final Map<List<String>, Map<Operation, List<TypeSchema>>> answered =
      new LinkedHashMap<>();

  Uses(Collection<Operation> operations, OperationLinks links) {
    this.links = links;
    for (Operation operation : operations) {
      operation.parameters().forEach((name, schema) -> walk(taken, operation, name, schema));
      walk(answered, operation, "entry", operation.returns());
    }
  }

  private void walk(
      Map<List<String>, Map<Operation, List<TypeSchema>>> uses,
      Operation operation,
      String name,
      TypeSchema schema) {
    for (List<String> type : typesOf(operation, name, schema)) {
      uses.computeIfAbsent(type, unused -> new LinkedHashMap<>())
          .computeIfAbsent(operation, unused -> new ArrayList<>())
          .add(schema);
    }
    if (schema.facts().containsKey("items")) {
      walk(uses, operation, name, schema.items());
    }
    schema.alternatives().forEach(each -> walk(uses, operation, name, each));
    schema.properties().forEach((field, value) -> walk(uses, operation, field, value));
  }

  private List<List<String>> typesOf(Operation operation, String name, TypeSchema schema) {
    List<List<String>> types = new ArrayList<>();
    if (schema.propertyType() != null) {
      types.add(format(schema.propertyType()));
    }
    for (String meaning : new String[] {schema.meaning(), schema.elementMeaning()}) {
      if (meaning != null) {
        types.add(identifier(meaning.substring(meaning.lastIndexOf('.') + 1)));
      }
    }
    if (!schema.values().isEmpty()) {
      types.add(enumeration(links.packageOf(operation), name, schema.values()));
    }
    return types;
  }

  /** The type of a property string, by its simple name. */
  static List<String> format(String java) {
    return List.of("format", java);
  }

  /** The type of an identifier, by its simple name. */
  static List<String> identifier(String type) {
    return List.of("identifier", type);
  }

  /** The enumeration of a field and its values, of which a package has one. */
  static List<String> enumeration(String packageName, String field, List<String> values) {
    List<String> type = new ArrayList<>();
    type.add(packageName);
    type.add(new WireName(field).stem());
    type.addAll(values);
    return type;
  }

  /** The operations that take a type and that answer with it, as lines of Javadoc. */
  List<String> linesFor(List<String> type) {
    List<String> lines = new ArrayList<>();
    list(lines, "Taken by:", taken.getOrDefault(type, Map.of()).keySet());
    list(lines, "Answered by:", answered.getOrDefault(type, Map.of()).keySet());
    return lines;
  }

  private void list(List<String> lines, String heading, Set<Operation> operations) {
    if (!operations.isEmpty()) {
      lines.add("");
      lines.add("<p>" + heading);
      lines.addAll(items(operations));
    }
  }

  /** Operations as a list. */
  List<String> items(Collection<Operation> operations) {
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

  /** Since when the values of an enumeration are taken, where all operations agree. */
  Map<String, @Nullable Object> valuesSince(List<String> type) {
    Map<String, @Nullable Object> common = null;
    for (List<TypeSchema> schemas : taken.getOrDefault(type, Map.of()).values()) {
      for (TypeSchema schema : schemas) {
        Map<String, @Nullable Object> since = Json.object(schema.facts().get("valueSince"));
        if (common == null) {
          common = new LinkedHashMap<>(since);
        } else {
          common.entrySet().retainAll(since.entrySet());
        }
      }
    }
    return common == null ? Map.of() : common;
  }
}
