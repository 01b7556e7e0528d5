package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Enumeration;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The enumerations of one package, made as its parameters and fields ask for them. */
final class Enumerations {
  private final TypeNames names;
  private final @Nullable Enumerations shared;
  private final Map<SharedType.Enumeration, String> nameByType = new HashMap<>();

  /** Those that were asked for, with the values that one of their places had once. */
  private final Map<SharedType.Enumeration, List<GoneValue>> asked = new LinkedHashMap<>();

  /**
   * The enumerations of a package.
   *
   * @param shared those that several packages share; null where these are they
   */
  Enumerations(TypeNames names, @Nullable Enumerations shared) {
    this.names = names;
    this.shared = shared;
  }

  /** Takes the name of each that can be asked for. */
  void takeNames(EnumerationNames all) {
    nameByType.putAll(all.takeFrom(names));
  }

  /** The type of a scalar; an enumeration is made where there is none of that field and values. */
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
    asked.merge(type, goneHere, Enumerations::union);
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

  /** All that were asked for. */
  List<Enumeration> views(TypeDocs docs) {
    List<Enumeration> views = new ArrayList<>();
    asked.forEach(
        (type, gone) ->
            views.add(
                new Enumeration(
                    nameOf(type),
                    docs.ofEnumeration(type),
                    Constants.of(type.values(), gone, docs.valuesSince(type)))));
    return views;
  }
}
