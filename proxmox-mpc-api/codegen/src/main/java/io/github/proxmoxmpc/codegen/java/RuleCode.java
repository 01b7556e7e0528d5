package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.Gone;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of parameters as Java: calls of {@code Rule}. */
final class RuleCode {
  private RuleCode() {}

  /** A rule for each parameter of an operation but those of its path. */
  static List<String> of(Operation operation, List<String> inPath) {
    List<String> rules = new ArrayList<>();
    for (Map.Entry<String, TypeSchema> parameter : operation.parameters().entrySet()) {
      if (!inPath.contains(parameter.getKey())) {
        rules.add(rule(operation, parameter.getKey(), parameter.getValue()));
      }
    }
    for (Gone gone : operation.gone()) {
      if (gone.value() == null && !operation.parameters().containsKey(gone.parameter())) {
        StringBuilder code = new StringBuilder("Rule.string");
        code.append('(').append(JavaText.literal(gone.parameter())).append(')');
        text(code, "since", gone.since().equals(operation.since()) ? null : gone.since());
        text(code, "until", gone.until());
        rules.add(code.toString());
      }
    }
    return rules;
  }

  private static String rule(Operation operation, String name, TypeSchema schema) {
    // The elements of a list are sent and checked one by one.
    TypeSchema value = schema.type().equals("array") ? schema.items() : schema;
    StringBuilder code = new StringBuilder("Rule.").append(kind(value));
    code.append('(').append(JavaText.literal(name)).append(')');
    if (!schema.optional()) {
      code.append(".required()");
    }
    limit(code, "minimum", value);
    limit(code, "maximum", value);
    length(code, "minimumLength", value.text("minLength"));
    length(code, "maximumLength", value.text("maxLength"));
    text(code, "pattern", value.text("pattern"));
    text(code, "format", value.formatName());
    if (!value.values().isEmpty()) {
      List<String> literals = value.values().stream().map(JavaText::literal).toList();
      code.append(".values(").append(String.join(", ", literals)).append(')');
      for (Gone gone : operation.gone()) {
        if (gone.parameter().equals(name) && gone.value() != null) {
          code.append(".goneValue(")
              .append(JavaText.literal(gone.value()))
              .append(", ")
              .append(JavaText.literal(gone.since()))
              .append(", ")
              .append(JavaText.literal(gone.until()))
              .append(')');
        }
      }
    }
    text(code, "requires", schema.text("requires"));
    text(code, "since", schema.text("since"));
    Json.object(schema.facts().get("valueSince"))
        .forEach(
            (each, since) ->
                code.append(".valueSince(")
                    .append(JavaText.literal(each))
                    .append(", ")
                    .append(JavaText.literal(String.valueOf(since)))
                    .append(')'));
    return code.toString();
  }

  private static String kind(TypeSchema schema) {
    return switch (schema.type()) {
      case "integer" -> "integer";
      case "number" -> "number";
      case "boolean" -> "bool";
      default -> "string";
    };
  }

  /** A bound of a number; a text has none, whatever the schema says. */
  private static void limit(StringBuilder code, String fact, TypeSchema schema) {
    String value = schema.text(fact);
    if (value != null && !kind(schema).equals("string") && isNumber(value)) {
      text(code, fact, value);
    }
  }

  private static boolean isNumber(String value) {
    try {
      return new BigDecimal(value).signum() >= -1;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void length(StringBuilder code, String method, @Nullable String value) {
    if (value != null && value.matches("\\d{1,9}")) {
      code.append('.').append(method).append('(').append(value).append(')');
    }
  }

  private static void text(StringBuilder code, String method, @Nullable String value) {
    if (value != null) {
      code.append('.').append(method).append('(').append(JavaText.literal(value)).append(')');
    }
  }
}
