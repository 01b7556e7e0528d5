package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Rule;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Departure;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the rules of parameters and of property string keys: calls of {@code Rule}. */
final class RuleCode {
  private RuleCode() {}

  /** Returns a rule for each parameter of an operation except path parameters. */
  static List<Rule> of(Operation operation, List<String> inPath, FormatModel formats) {
    List<Rule> rules = new ArrayList<>();
    operation
        .parameters()
        .forEach(
            (name, schema) -> {
              if (!inPath.contains(name)) {
                rules.add(
                    new Rule(
                        rule(name, schema).toString(), formats.rulesOf(operation, name, schema)));
              }
            });
    return rules;
  }

  /** Returns a rule for each key of a property string. */
  static List<String> ofKeys(Map<String, TypeSchema> keys, List<String> secrets) {
    List<String> rules = new ArrayList<>();
    keys.forEach(
        (name, schema) -> {
          StringBuilder code = rule(name, schema);
          if (secrets.contains(name)) {
            code.append(".secret()");
          }
          if (Json.truth(schema.facts().get("default_key"))) {
            code.append(".byDefault()");
          }
          text(code, "alias", schema.text("alias"));
          text(code, "namesValueOf", schema.text("keyAlias"));
          rules.add(code.toString());
        });
    return rules;
  }

  /** Returns the rule of a path parameter. It is always set, and identifiers check themselves. */
  static String ofSegment(String name, TypeSchema schema) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    if (!JavaType.scalar(schema).isIdentifier()) {
      facts.putAll(schema.facts());
    }
    facts.put("optional", true);
    return (schema.takesRest() ? "rest(" : "segment(") + rule(name, new TypeSchema(facts)) + ")";
  }

  private static StringBuilder rule(String name, TypeSchema schema) {
    // The elements of a list are sent and checked one by one.
    TypeSchema value = schema.element();
    StringBuilder code = new StringBuilder("Rule.").append(kind(value));
    code.append('(').append(JavaText.literal(name)).append(')');
    if (!schema.optional() && schema.text("alias") == null) {
      code.append(".required()");
    }
    if ("secret".equals(value.meaning())) {
      code.append(".secret()");
    }
    if (schema.type().equals("array")) {
      code.append(".list()");
    }
    count(code, "last", schema.text("last"));
    limit(code, "minimum", value);
    limit(code, "maximum", value);
    count(code, "minimumLength", value.text("minLength"));
    count(code, "maximumLength", value.text("maxLength"));
    text(code, "pattern", value.text("pattern"));
    text(code, "format", value.formatName());
    if (!value.values().isEmpty()) {
      calls(code, "values", value.values());
      for (GoneValue gone : value.goneValues()) {
        call(code, "goneValue", gone.text(), gone.gone().release());
        if (gone.since() != null) {
          call(code, "valueSince", gone.text(), gone.since());
        }
      }
    }
    text(code, "requires", schema.text("requires"));
    text(code, "since", schema.text("since"));
    Departure gone = schema.gone();
    if (gone != null) {
      call(code, "goneIn", gone.release());
      text(code, "instead", gone.instead());
    }
    value.valuesSince().forEach((each, since) -> call(code, "valueSince", each, since));
    dependence(code, schema);
    return code;
  }

  /** Adds the dependencies on other parameters. */
  private static void dependence(StringBuilder code, TypeSchema schema) {
    String deciding = schema.text("on");
    if (deciding != null) {
      with(code, "onlyWith", deciding, schema.texts("onlyWithValues"));
      with(code, "requiredWith", deciding, schema.texts("requiredWithValues"));
    }
    String other = schema.text("type-property");
    if (other != null && !schema.alternatives().isEmpty()) {
      // PVE::JSONSchema refuses a parameter only if no alternative is for the other one's value.
      with(
          code,
          "onlyWith",
          other,
          schema.alternatives().stream()
              .flatMap(each -> each.instanceTypes().stream())
              .distinct()
              .toList());
      for (TypeSchema each : schema.alternatives()) {
        List<String> types = each.instanceTypes();
        with(code, "requiredWith", other, each.optional() ? List.of() : types);
        List<String> values =
            each.facts().containsKey("items") ? each.items().values() : each.values();
        types.forEach(type -> with(code, "valuesWith", type, values));
      }
    }
    calls(code, "excludes", schema.texts("excludes"));
    calls(code, "requiredUnless", schema.texts("requiredUnless"));
    if (Json.truth(schema.facts().get("setOrDeleted"))) {
      code.append(".namesUnset()");
    }
  }

  private static void with(StringBuilder code, String method, String other, List<String> types) {
    if (!types.isEmpty()) {
      calls(code, method, Stream.concat(Stream.of(other), types.stream()).toList());
    }
  }

  private static void calls(StringBuilder code, String method, List<String> texts) {
    if (!texts.isEmpty()) {
      call(code, method, texts.toArray(String[]::new));
    }
  }

  private static String kind(TypeSchema schema) {
    return switch (schema.type()) {
      case "integer" -> "integer";
      case "number" -> "number";
      case "boolean" -> "bool";
      default -> "string";
    };
  }

  /** Adds a bound of a number; strings have none, even if the schema declares one. */
  private static void limit(StringBuilder code, String fact, TypeSchema schema) {
    String value = schema.text(fact);
    if (value != null && !kind(schema).equals("string") && isNumber(value)) {
      text(code, fact, value);
    }
  }

  private static boolean isNumber(String value) {
    return value.matches("[+-]?[0-9]+(\\.[0-9]+)?");
  }

  /** Adds a rule with a small integer; ignores any other value. */
  private static void count(StringBuilder code, String method, @Nullable String value) {
    if (value != null && value.matches("\\d{1,9}")) {
      code.append('.').append(method).append('(').append(value).append(')');
    }
  }

  private static void text(StringBuilder code, String method, @Nullable String value) {
    if (value != null) {
      call(code, method, value);
    }
  }

  private static void call(StringBuilder code, String method, String... texts) {
    code.append('.').append(method).append('(');
    code.append(Stream.of(texts).map(JavaText::literal).collect(Collectors.joining(", ")));
    code.append(')');
  }
}
