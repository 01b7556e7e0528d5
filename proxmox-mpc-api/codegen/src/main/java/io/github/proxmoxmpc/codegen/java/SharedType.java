package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import io.github.proxmoxmpc.codegen.schema.TypeSchema.SharedEnumeration;
import io.github.proxmoxmpc.codegen.schema.TypeSchema.SharedResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that several operations may use. */
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
   * A result that several operations share.
   *
   * @param java its simple name
   * @param meaning its meaning, as a sentence without a full stop
   */
  record Result(String java, String meaning) implements SharedType {
    /** The package of results that operations of several packages share. */
    static final String PACKAGE = ClientGenerator.ROOT_PACKAGE + ".result";

    /** Returns the shared result that an object is; null if it has a type of its own. */
    static @Nullable Result of(TypeSchema object) {
      SharedResult shared = object.sharedResult();
      return shared == null ? null : new Result(shared.type(), shared.meaning());
    }
  }

  /**
   * An enumeration. A package has one for each combination of field and values.
   *
   * @param field the field, without the mark of numbered fields; the type name if it is shared
   * @param values the values, in the order of the schema
   * @param meaning the meaning of a shared enumeration; null if it is not shared
   */
  record Enumeration(
      String packageName, String field, List<String> values, @Nullable String meaning)
      implements SharedType {
    /** The package of shared enumerations. */
    static final String PACKAGE = ClientGenerator.ROOT_PACKAGE + ".enumeration";

    /**
     * Returns the enumeration of a field.
     *
     * @param packageName the package of the operation
     */
    static Enumeration of(String packageName, String field, TypeSchema schema) {
      SharedEnumeration shared = schema.sharedEnumeration();
      return shared == null
          ? new Enumeration(packageName, field, schema.values(), null)
          : new Enumeration(PACKAGE, shared.type(), shared.values(), shared.meaning());
    }

    boolean isShared() {
      return meaning != null;
    }
  }
}
