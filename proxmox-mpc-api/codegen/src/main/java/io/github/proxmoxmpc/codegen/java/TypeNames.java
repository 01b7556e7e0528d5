package io.github.proxmoxmpc.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type names of one package. Gives each name once, and none that the templates use. */
final class TypeNames {
  /** The types that the templates use without an import. */
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
   * Takes a name that must not change, because it follows from the path.
   *
   * @throws IllegalArgumentException if the name is taken or used by the templates
   */
  String take(String name) {
    if (RESERVED.contains(name) || !taken.add(name)) {
      throw new IllegalArgumentException("two types would be called " + name);
    }
    return name;
  }

  /**
   * Takes the first name that is free.
   *
   * @throws IllegalArgumentException if no name is free
   */
  String takeFirst(String... names) {
    for (String name : names) {
      if (!RESERVED.contains(name) && taken.add(name)) {
        return name;
      }
    }
    throw new IllegalArgumentException("none of the names is free: " + List.of(names));
  }

  /** Returns whether a type of the package has the name. */
  boolean isTaken(String name) {
    return taken.contains(name);
  }
}
