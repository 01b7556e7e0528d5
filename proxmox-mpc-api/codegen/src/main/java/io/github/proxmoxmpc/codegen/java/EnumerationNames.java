package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.SharedType.Enumeration;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.TypeNames;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Names enumerations after the deepest place that their operations share, and after their field.
 * {@code QemuOstype} is the {@code ostype} of {@code /nodes/{node}/qemu} and the places below it.
 */
final class EnumerationNames {
  private final Map<String, PathNode> placeByPath = new HashMap<>();
  private final Uses uses;

  EnumerationNames(List<PathNode> places, Uses uses) {
    places.forEach(place -> placeByPath.put(place.path(), place));
    this.uses = uses;
  }

  /** Takes the names of all enumerations of a package, after the names that follow from a path. */
  Map<Enumeration, String> takeFrom(TypeNames names) {
    Map<Enumeration, String> taken = new LinkedHashMap<>();
    uses.enumerations().stream()
        .filter(type -> type.packageName().equals(names.packageName()))
        .sorted(mostUsedFirst())
        .forEach(type -> taken.put(type, names.takeFirst(candidates(type))));
    return taken;
  }

  /** Orders enumerations so that the one that users see most often gets the shorter name. */
  private Comparator<Enumeration> mostUsedFirst() {
    return Comparator.<Enumeration, Boolean>comparing(uses::isGone)
        .thenComparing(type -> -uses.operations(type).size())
        .thenComparing(type -> !uses.isAnswered(type));
  }

  private String[] candidates(Enumeration type) {
    if (type.isShared()) {
      return new String[] {type.field()};
    }
    List<Operation> operations = uses.operations(type);
    String place =
        operations.stream()
            .map(operation -> Objects.requireNonNull(placeByPath.get(operation.path())))
            .reduce(PathNode::commonWith)
            .orElseThrow()
            .literal()
            .baseName();
    String verb = JavaNames.type(operations.get(0).method().toLowerCase(Locale.ROOT));
    String field = JavaNames.type(type.field());
    return new String[] {
      JavaNames.joined(place, field),
      JavaNames.joined(place, verb, field),
      JavaNames.joined(place, verb, field, "Value")
    };
  }
}
