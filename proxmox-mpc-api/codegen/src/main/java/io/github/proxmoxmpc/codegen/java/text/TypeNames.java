package io.github.proxmoxmpc.codegen.java.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The type names of one package. Gives each name once, and none that the templates use. */
public final class TypeNames {
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

  private final String packageName;
  private final Set<String> reserved;
  private final Set<String> taken = new HashSet<>();

  /**
   * Creates the names of a package that has no types yet.
   *
   * @param imported the simple names of the types that the templates import
   */
  public TypeNames(String packageName, Set<String> imported) {
    this.packageName = packageName;
    this.reserved = new HashSet<>(UNIMPORTED);
    reserved.addAll(imported);
  }

  public String packageName() {
    return packageName;
  }

  /**
   * Takes a name that must not change, because it follows from the path.
   *
   * @throws IllegalArgumentException if the name is taken or used by the templates
   */
  public String take(String name) {
    if (reserved.contains(name) || !taken.add(name)) {
      throw new IllegalArgumentException("two types would be called " + name);
    }
    return name;
  }

  /**
   * Takes the first name that is free.
   *
   * @throws IllegalArgumentException if no name is free
   */
  public String takeFirst(String... names) {
    for (String name : names) {
      if (!reserved.contains(name) && taken.add(name)) {
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
