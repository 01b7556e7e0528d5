package io.github.proxmoxmpc.api.conformance;

import org.jspecify.annotations.Nullable;

/**
 * An operation, or a part of it that may have come or gone at another time.
 *
 * @param operation method and path
 * @param parameter of the operation; null for the operation itself
 * @param key of the property string that the parameter is
 * @param value of the key or of the parameter
 */
record Part(
    String operation, @Nullable String parameter, @Nullable String key, @Nullable String value) {
  static Part of(String operation) {
    return new Part(operation, null, null, null);
  }

  /** Reads a part as the schema file and the table write it: {@code net[n] . model = e1000}. */
  static Part parse(String operation, String text) {
    String[] valued = text.split(" = ", 2);
    String[] keyed = valued[0].split(" \\. ", 2);
    return new Part(
        operation,
        keyed[0],
        keyed.length == 2 ? keyed[1] : null,
        valued.length == 2 ? valued[1] : null);
  }

  Part parameter(String name) {
    return new Part(operation, name, null, null);
  }

  Part key(String name) {
    return new Part(operation, parameter, name, null);
  }

  Part value(String text) {
    return new Part(operation, parameter, key, text);
  }

  /** Returns the part that contains this one; an operation contains itself. */
  Part holder() {
    return value != null
        ? new Part(operation, parameter, key, null)
        : new Part(operation, key == null ? null : parameter, null, null);
  }

  /** The name that its parameter is sent by; what is numbered has the number 0. */
  String wireName() {
    return String.valueOf(parameter).replace("[n]", "0");
  }

  /** Whether it is set by the path. */
  boolean isOfPath() {
    return operation.contains("{" + parameter + "}");
  }

  /** Returns the kind of part, for the statistics. */
  String kind() {
    if (parameter == null) {
      return "operations";
    }
    return value != null ? "values" : key != null ? "keys" : "parameters";
  }

  /** Returns its name in an error message. */
  String shown() {
    if (parameter == null) {
      return "the operation";
    }
    String name = "'" + wireName() + (key == null ? "" : "." + key) + "'";
    return value == null ? name : name + " with the value '" + value + "'";
  }
}
