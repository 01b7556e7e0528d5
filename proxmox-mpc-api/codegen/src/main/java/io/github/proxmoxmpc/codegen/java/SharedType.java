package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import io.github.proxmoxmpc.codegen.schema.TypeSchema.SharedEnumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * An enumeration. A package has one for each field and its values.
   *
   * @param field without the mark of its number
   * @param values in the order of the schema
   * @param meaning what the values of one that several places share say; null where the field names
   *     it
   */
  record Enumeration(
      String packageName, String field, List<String> values, @Nullable String meaning)
      implements SharedType {
    /** The package of those that several places share. */
    private static final String SHARED = ClientGenerator.ROOT_PACKAGE + ".enumeration";

    /**
     * The enumeration of a field.
     *
     * @param packageName the package of the operation
     */
    static Enumeration of(String packageName, String field, TypeSchema schema) {
      SharedEnumeration shared = schema.sharedEnumeration();
      return shared == null
          ? new Enumeration(packageName, field, schema.values(), null)
          : new Enumeration(SHARED, shared.type(), shared.values(), shared.meaning());
    }

    boolean isShared() {
      return meaning != null;
    }
  }
}
