package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.Views.Rule;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Gone;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of parameters and of the keys of property strings as Java: calls of {@code Rule}. */
final class RuleCode {
  private RuleCode() {}

  /** A rule for each parameter of an operation but those of its path. */
  static List<Rule> of(Operation operation, List<String> inPath, FormatModel formats) {
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, TypeSchema> parameter : operation.parameters().entrySet()) {
      if (!inPath.contains(parameter.getKey())) {
        String name = parameter.getKey();
        TypeSchema schema = parameter.getValue();
        List<Gone> gone =
            operation.gone().stream()
                .filter(each -> each.parameter().equals(name) && each.key() == null)
                .toList();
        rules.add(
            new Rule(
                rule(name, schema, gone).toString(), formats.rulesOf(operation, name, schema)));
      }
    }
    for (Gone gone : operation.gone()) {
      if (gone.value() == null
          && gone.key() == null
          && !operation.parameters().containsKey(gone.parameter())) {
        rules.add(new Rule(gone(gone.parameter(), gone, operation.since()), List.of()));
      }
    }
    return rules;
  }

  /** A rule for each key of a property string. */
  static List<String> ofKeys(Map<String, TypeSchema> keys, List<Gone> gone) {
    List<String> rules = new ArrayList<>();
    keys.forEach(
        (name, schema) -> {
          StringBuilder code = rule(name, schema, List.of());
          if (Json.truth(schema.facts().get("default_key"))) {
            code.append(".byDefault()");
          }
          text(code, "alias", schema.text("alias"));
          text(code, "namesValueOf", schema.text("keyAlias"));
          rules.add(code.toString());
        });
    for (Gone each : gone) {
      if (!keys.containsKey(String.valueOf(each.key()))) {
        rules.add(gone(String.valueOf(each.key()), each, null));
      }
    }
    return rules;
  }

  private static String gone(String name, Gone gone, @Nullable String holder) {
    StringBuilder code = new StringBuilder("Rule.string");
    code.append('(').append(JavaText.literal(name)).append(')');
    text(code, "since", gone.since().equals(holder) ? null : gone.since());
    text(code, "until", gone.until());
    return code.toString();
  }

  private static StringBuilder rule(String name, TypeSchema schema, List<Gone> goneValues) {
    // The elements of a list are sent and checked one by one.
    TypeSchema value = schema.type().equals("array") ? schema.items() : schema;
    StringBuilder code = new StringBuilder("Rule.").append(kind(value));
    code.append('(').append(JavaText.literal(name)).append(')');
    if (!schema.optional() && schema.text("alias") == null) {
      code.append(".required()");
    }
    if ("secret".equals(value.meaning())) {
      code.append(".secret()");
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
      for (Gone gone : goneValues) {
        if (gone.value() != null) {
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
    String other = schema.text("type-property");
    if (other != null && !schema.alternatives().isEmpty()) {
      // PVE::JSONSchema refuses a parameter that no alternative is for, and only then.
      onlyWith(
          code,
          other,
          schema.alternatives().stream().flatMap(each -> each.instanceTypes().stream()));
    }
    String deciding = schema.text("onlyWith");
    if (deciding != null) {
      Stream<String> values =
          Json.list(schema.facts().get("onlyWithValues")).stream().map(String::valueOf);
      onlyWith(code, deciding, values);
    }
    return code;
  }

  private static void onlyWith(StringBuilder code, String other, Stream<String> values) {
    code.append(".onlyWith(").append(JavaText.literal(other));
    values.distinct().forEach(each -> code.append(", ").append(JavaText.literal(each)));
    code.append(')');
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
