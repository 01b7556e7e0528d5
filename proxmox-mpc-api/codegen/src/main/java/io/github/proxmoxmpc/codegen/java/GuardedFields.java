package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Field;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;

/** Tells which fields of results must not be shown as they came. */
final class GuardedFields {
  /** In overrides: fields whose names are data, such as paths. */
  static final String ANY_NAME = "*";

  private static final String SECRET = "secret";

  private final FormatModel formats;

  GuardedFields(FormatModel formats) {
    this.formats = formats;
  }

  /** Whether a value is a secret, holds one, or has no form that tells. */
  private boolean isGuarded(TypeSchema schema) {
    return SECRET.equals(schema.meaning())
        || SECRET.equals(schema.elementMeaning())
        || schema.freeReason() != null
        || formats.hasSecrets(schema)
        || schema.facts().containsKey("items") && isGuarded(schema.items())
        || schema.properties().values().stream().anyMatch(this::isGuarded);
  }

  /** How the guarded fields of an object are read, and last how any other is; empty for none. */
  List<Field> of(TypeSchema object, List<Field> readers) {
    if (!isGuarded(object)) {
      return List.of();
    }
    List<Field> guarded = new ArrayList<>();
    Code rest = new Code(object.freeReason() == null ? "null" : JavaType.FREE_FORM.reader());
    int next = 0;
    for (var property : object.properties().entrySet()) {
      Field field = readers.get(next++);
      // An object that holds its like is only here if it is guarded itself.
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
