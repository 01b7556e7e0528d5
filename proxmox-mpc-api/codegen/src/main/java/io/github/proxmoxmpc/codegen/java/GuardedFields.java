package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Field;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields of results that must not be shown unmasked. */
final class GuardedFields {
  /** The name, in overrides, for all fields of an object whose field names are data. */
  static final String ANY_NAME = "*";

  private static final String SECRET = "secret";

  private final FormatModel formats;

  GuardedFields(FormatModel formats) {
    this.formats = formats;
  }

  /** Returns whether a value is a secret, contains one, or has a form that is not declared. */
  private boolean isGuarded(TypeSchema schema) {
    return SECRET.equals(schema.meaning())
        || SECRET.equals(schema.elementMeaning())
        || schema.freeReason() != null
        || formats.hasSecrets(schema)
        || schema.facts().containsKey("items") && isGuarded(schema.items())
        || schema.properties().values().stream().anyMatch(this::isGuarded);
  }

  /**
   * Returns the readers of the guarded fields of an object, and last the reader of all other
   * fields; empty if no field is guarded.
   */
  List<Field> of(TypeSchema object, List<Field> readers) {
    if (!isGuarded(object)) {
      return List.of();
    }
    List<Field> guarded = new ArrayList<>();
    Code rest = new Code(object.freeReason() == null ? "null" : JavaType.FREE_FORM.reader());
    int next = 0;
    for (var property : object.properties().entrySet()) {
      Field field = readers.get(next++);
      // A recursive field has the type of this object, which is guarded.
      if (!isGuarded(property.getValue()) && !property.getValue().element().isItself()) {
        continue;
      }
      if (property.getKey().equals(ANY_NAME)) {
        rest = field.reader();
      } else {
        guarded.add(
            SECRET.equals(property.getValue().meaning())
                ? new Field(field.nameLiteral(), new Code(JavaType.SECRET.reader()))
                : field);
      }
    }
    guarded.add(new Field(null, rest));
    return guarded;
  }
}
