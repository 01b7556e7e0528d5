package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Enumeration;
import io.github.proxmoxmpc.codegen.java.text.TypeNames;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The enumerations of one package, created when a parameter or field first uses them. */
final class Enumerations {
  private final TypeNames names;
  private final @Nullable Enumerations shared;
  private final Map<SharedType.Enumeration, String> nameByType = new HashMap<>();

  /** The enumerations in use, with the removed values of their places. */
  private final Map<SharedType.Enumeration, List<GoneValue>> used = new LinkedHashMap<>();

  /**
   * Creates the enumerations of a package.
   *
   * @param shared the shared enumerations; null if this object holds them
   */
  Enumerations(TypeNames names, @Nullable Enumerations shared) {
    this.names = names;
    this.shared = shared;
  }

  /** Takes the names of all enumerations of the package. */
  void takeNames(EnumerationNames all) {
    nameByType.putAll(all.takeFrom(names));
  }

  /** Returns the type of a scalar. Creates its enumeration unless it is already in use. */
  JavaType typeOf(String field, TypeSchema schema) {
    JavaType property = FormatModel.typeOf(schema);
    if (property != null) {
      return property;
    }
    if (!schema.isEnumeration()) {
      return JavaType.scalar(schema);
    }
    var type = SharedType.Enumeration.of(names.packageName(), field, schema);
    return type.isShared() && shared != null ? shared.typeOf(type, schema) : typeOf(type, schema);
  }

  private JavaType typeOf(SharedType.Enumeration type, TypeSchema schema) {
    List<GoneValue> goneHere =
        schema.goneValues().stream().filter(gone -> !type.values().contains(gone.text())).toList();
    used.merge(type, goneHere, Enumerations::union);
    return JavaType.generated(names.packageName() + "." + nameOf(type));
  }

  private String nameOf(SharedType.Enumeration type) {
    return Objects.requireNonNull(nameByType.get(type), () -> type + " has no name");
  }

  private static List<GoneValue> union(List<GoneValue> known, List<GoneValue> more) {
    List<GoneValue> all = new ArrayList<>(known);
    more.stream()
        .filter(each -> known.stream().noneMatch(other -> other.text().equals(each.text())))
        .forEach(all::add);
    return all;
  }

  /** Returns the enumerations in use. */
  List<Enumeration> views(TypeDocs docs) {
    List<Enumeration> views = new ArrayList<>();
    used.forEach(
        (type, gone) ->
            views.add(
                new Enumeration(
                    nameOf(type),
                    docs.ofEnumeration(type),
                    Constants.of(type.values(), gone, docs.valuesSince(type)))));
    return views;
  }
}
