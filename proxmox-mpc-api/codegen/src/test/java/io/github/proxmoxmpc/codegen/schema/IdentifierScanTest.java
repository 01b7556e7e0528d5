package io.github.proxmoxmpc.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A name that is an identifier in one place is an identifier in every place. The exceptions are in
 * {@code no-identifiers.txt}, each with its reason.
 */
class IdentifierScanTest {
  private static final Path SCHEMA = Path.of("../schema");
  private static final Path EXCEPTIONS = Path.of("src/test/resources/no-identifiers.txt");

  /** Formats of identifiers that have a type, but no row that applies to all their values. */
  private static final Set<String> OTHER_FORMATS = Set.of("pve-configid", "pve-iface");

  /** A parameter or a field, and its schema. */
  private record Value(Operation operation, char side, String name, TypeSchema schema) {
    String place() {
      return operation.title() + " " + side + " " + name;
    }

    boolean isIdentifier() {
      String meaning = schema.meaning();
      return schema.elementMeaning() != null || meaning != null && meaning.indexOf('.') > 0;
    }

    /** Returns whether the schema says no more than that it is a string or an integer. */
    boolean isBare() {
      return Set.of("string", "integer").contains(schema.type())
          && schema.meaning() == null
          && schema.elementMeaning() == null
          && schema.propertyType() == null
          && schema.values().isEmpty();
    }

    boolean isOfOtherFormat() {
      String format = String.valueOf(schema.formatName());
      // The lists of names to unset contain names of parameters, which have no type.
      boolean isList = format.endsWith("-list") || schema.type().equals("array");
      return OTHER_FORMATS.contains(format) && !isList;
    }
  }

  /** A place that is not an identifier: {@code GET /pools . id}, as in the overrides. */
  private record Plain(Pattern operations, char side, List<String> names) {
    static Plain of(String line) {
      String[] place = line.split(" (?=[?.:] )", 2);
      String method = place[0].matches("[A-Z]+ .*") ? "" : "[A-Z]+ ";
      return new Plain(
          Pattern.compile(method + "\\Q" + place[0].replace("*", "\\E.*\\Q") + "\\E"),
          place[1].charAt(0),
          List.of(place[1].substring(2).split(", ")));
    }

    boolean holds(Value value) {
      return (side == ':' || side == value.side())
          && names.contains(value.name())
          && operations.matcher(value.operation().title()).matches();
    }
  }

  @Test
  void aNameIsAnIdentifierEverywhereOrAListedException() throws IOException {
    List<Value> values = values();
    Set<String> names = new TreeSet<>();
    values.stream().filter(Value::isIdentifier).forEach(each -> names.add(each.name()));
    names.remove(""); // a result that is a single value
    List<Plain> exceptions = exceptions();
    Set<String> untyped = new LinkedHashSet<>();
    Set<Plain> idle = new LinkedHashSet<>(exceptions);
    int typed = 0;
    for (Value value : values) {
      typed += value.isIdentifier() ? 1 : 0;
      if (value.isBare() && (names.contains(value.name()) || value.isOfOtherFormat())) {
        List<Plain> fitting = exceptions.stream().filter(each -> each.holds(value)).toList();
        idle.removeAll(fitting);
        if (fitting.isEmpty()) {
          untyped.add(value.place());
        }
      }
    }
    System.out.printf(
        "identifiers: %d parameters and fields of %d names, %d rows of exceptions%n",
        typed, names.size(), exceptions.size());
    assertThat(untyped).isEmpty();
    assertThat(idle).as("exceptions that apply to no value").isEmpty();
  }

  /** Reads the exceptions, each of which has to follow a reason. */
  private static List<Plain> exceptions() throws IOException {
    List<String> lines = Files.readAllLines(EXCEPTIONS);
    List<Plain> exceptions = new ArrayList<>();
    boolean reasoned = false;
    for (String line : lines) {
      if (line.startsWith("= ")) {
        reasoned = true;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        assertThat(reasoned).as(line).isTrue();
        exceptions.add(Plain.of(line));
      } else if (line.isBlank()) {
        reasoned = false;
      }
    }
    return exceptions;
  }

  private static List<Value> values() throws IOException {
    ApiSchema schema =
        ApiSchema.read(
            Files.readString(SCHEMA.resolve("pve-api.json")),
            Files.readString(SCHEMA.resolve("overrides.json")));
    List<Value> values = new ArrayList<>();
    for (Operation operation : schema.operations()) {
      operation.parameters().forEach((name, value) -> walk(operation, '?', name, value, values));
      walk(operation, '.', "", operation.returns(), values);
    }
    return values;
  }

  private static void walk(
      Operation operation, char side, String name, TypeSchema schema, List<Value> values) {
    values.add(new Value(operation, side, name, schema));
    if (schema.facts().containsKey("items")) {
      walk(operation, side, name, schema.items(), values);
    }
    for (Map.Entry<String, TypeSchema> field : schema.properties().entrySet()) {
      walk(operation, side, field.getKey(), field.getValue(), values);
    }
  }
}
