package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.Views.Enumeration;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The enumerations of one package, made as its parameters and fields ask for them. */
final class Enumerations {
  private final TypeNames names;
  private final Map<String, Values> byType = new LinkedHashMap<>();

  /** The values of an enumeration, and those that one of its places had once. */
  private record Values(String wire, List<String> values, List<GoneValue> gone) {
    Values union(Values other) {
      List<GoneValue> all = new ArrayList<>(gone);
      other.gone.stream()
          .filter(each -> gone.stream().noneMatch(known -> known.text().equals(each.text())))
          .forEach(all::add);
      return new Values(wire, values, all);
    }
  }

  Enumerations(TypeNames names) {
    this.names = names;
  }

  /** The type of a scalar; an enumeration is made where there is none of that field and values. */
  JavaType typeOf(String base, Operation operation, String wire, TypeSchema schema) {
    JavaType property = FormatModel.typeOf(schema);
    if (property != null) {
      return property;
    }
    if (schema.values().isEmpty() || !schema.type().equals("string")) {
      return JavaType.scalar(schema);
    }
    List<String> key = Uses.enumeration(names.packageName(), wire, schema.values());
    String field = JavaNames.type(wire);
    String verb = JavaNames.type(operation.method().toLowerCase(Locale.ROOT));
    String type =
        names.enumeration(
            key, field, base + field, base + verb + field, base + verb + field + "Value");
    byType.merge(type, new Values(wire, schema.values(), schema.goneValues()), Values::union);
    return JavaType.generated(names.packageName() + "." + type);
  }

  /** All that were asked for. */
  List<Enumeration> views(TypeDocs docs) {
    List<Enumeration> views = new ArrayList<>();
    byType.forEach(
        (type, values) -> {
          List<String> key = Uses.enumeration(names.packageName(), values.wire(), values.values());
          views.add(
              new Enumeration(
                  type,
                  docs.ofEnumeration(key, values.wire()),
                  Constants.of(values.values(), values.gone(), docs.valuesSince(key))));
        });
    return views;
  }
}
