package io.github.proxmoxmpc.codegen.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name, in the schema file, of an element that releases add or remove: {@code PUT /pools},
 * {@code PUT /pools ? vms}, {@code PUT /pools ? vms = value}, {@code PUT /pools ? vms . key} or
 * {@code PUT /pools ? vms . key = value}.
 *
 * @param operation the method and path of the operation
 * @param parameter the parameter; null for the operation itself
 * @param part the key, if the parameter is a property string; null for the whole parameter
 * @param value the value of an enumeration; null for the whole parameter or key
 */
public record ElementKey(
    String operation, @Nullable String parameter, @Nullable String part, @Nullable String value) {
  private static final String PARAMETER = " ? ";
  private static final String PART = " . ";
  private static final String VALUE = " = ";

  /** Returns the key of an operation. */
  public static ElementKey of(String operation) {
    return new ElementKey(operation, null, null, null);
  }

  /** Parses a key in the form that {@link #toString} writes. */
  public static ElementKey parse(String text) {
    int parameter = text.indexOf(PARAMETER);
    if (parameter < 0) {
      return of(text);
    }
    String operation = text.substring(0, parameter);
    String rest = text.substring(parameter + PARAMETER.length());
    int part = rest.indexOf(PART);
    String last = part < 0 ? rest : rest.substring(part + PART.length());
    int value = last.indexOf(VALUE);
    String name = value < 0 ? last : last.substring(0, value);
    String named = value < 0 ? null : last.substring(value + VALUE.length());
    return part < 0
        ? new ElementKey(operation, name, null, named)
        : new ElementKey(operation, rest.substring(0, part), name, named);
  }

  /** Returns the key of a parameter of this operation. */
  public ElementKey withParameter(String name) {
    return new ElementKey(operation, name, null, null);
  }

  /** Returns the key of a part of this parameter. */
  public ElementKey withPart(String name) {
    return new ElementKey(operation, parameter, name, null);
  }

  /** Returns the key of a value of this parameter or part. */
  public ElementKey withValue(String text) {
    return new ElementKey(operation, parameter, part, text);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(operation);
    append(text, PARAMETER, parameter);
    append(text, PART, part);
    append(text, VALUE, value);
    return text.toString();
  }

  private static void append(StringBuilder text, String sign, @Nullable String name) {
    if (name != null) {
      text.append(sign).append(name);
    }
  }
}
