package io.github.proxmoxmpc.codegen.java;

import java.util.List;

/** A type that no single operation owns. */
sealed interface SharedType {
  /**
   * The type of a property string.
   *
   * @param java its simple name
   */
  record Format(String java) implements SharedType {}

  /**
   * The type of an identifier.
   *
   * @param java its simple name
   */
  record Identifier(String java) implements SharedType {}

  /**
   * An enumeration. A package has one of a field and its values.
   *
   * @param field without the mark of its number
   * @param values in the order of the schema
   */
  record Enumeration(String packageName, String field, List<String> values) implements SharedType {}
}
