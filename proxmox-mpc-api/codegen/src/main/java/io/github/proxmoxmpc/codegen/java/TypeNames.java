package io.github.proxmoxmpc.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type names of one package: each given once, none that the generated code needs itself. */
final class TypeNames {
  /** What the templates write of {@code java.lang} and of their own, without an import. */
  private static final Set<String> UNIMPORTED =
      Set.of(
          "Boolean",
          "Builder",
          "Deprecated",
          "Double",
          "Integer",
          "Long",
          "Object",
          "Override",
          "String",
          "Type",
          "Void");

  private static final Set<String> RESERVED =
      Stream.concat(UNIMPORTED.stream(), Renderer.fixedNames())
          .collect(Collectors.toUnmodifiableSet());

  private final String packageName;
  private final Set<String> taken = new HashSet<>();

  TypeNames(String packageName) {
    this.packageName = packageName;
  }

  String packageName() {
    return packageName;
  }

  /**
   * Takes a name that may not be changed, because users guess it from the path.
   *
   * @throws IllegalArgumentException if two places of the schema would have the same
   */
  String take(String name) {
    if (RESERVED.contains(name) || !taken.add(name)) {
      throw new IllegalArgumentException("two types would be called " + name);
    }
    return name;
  }

  /** Takes the first of the names that is free. */
  String takeFirst(String... names) {
    for (String name : names) {
      if (!RESERVED.contains(name) && taken.add(name)) {
        return name;
      }
    }
    throw new IllegalArgumentException("none of the names is free: " + List.of(names));
  }

  /** Whether a type of the package has the name. */
  boolean isTaken(String name) {
    return taken.contains(name);
  }
}
