package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Javadoc and messages from facts alone: the schema's prose is not ours. */
final class Facts {
  private Facts() {}

  /** What an operation needs and since when, as lines of Javadoc. */
  static List<String> of(Operation operation) {
    List<String> lines = new ArrayList<>();
    lines.add(
        JavaText.javadoc(operation.title())
            + ", since Proxmox VE "
            + JavaText.javadoc(operation.since())
            + ".");
    String privilege = privilege(operation);
    if (privilege != null) {
      lines.add("");
      lines.add("<p>Needs " + JavaText.javadoc(privilege) + ".");
    }
    if (!operation.tokenAllowed()) {
      lines.add("");
      lines.add("<p>An API token is refused, whatever it may do.");
    }
    return lines;
  }

  /** The privilege in words; null where the schema says nothing. */
  static @Nullable String privilege(Operation operation) {
    if ("world".equals(operation.permissions().get("user"))) {
      return "nothing, not even a log-in";
    }
    if ("all".equals(operation.permissions().get("user"))) {
      return "a log-in; what is answered depends on what its user may see";
    }
    Object check = operation.permissions().get("check");
    return check == null ? null : words(Json.list(check));
  }

  private static String words(List<@Nullable Object> check) {
    String kind = check.isEmpty() ? "" : String.valueOf(check.get(0));
    return switch (kind) {
      case "perm" -> {
        boolean any = check.size() > 3 && "any".equals(check.get(3));
        yield privileges(check.get(2), any) + " on " + check.get(1);
      }
      case "and", "or" ->
          check.stream()
              .skip(1)
              .map(part -> words(Json.list(part)))
              .collect(Collectors.joining(" " + kind + " ", "(", ")"));
      case "userid-param" -> "a right over the user (" + rest(check) + ")";
      case "userid-group" -> privileges(check.get(1), true) + " on a group of the user";
      case "perm-modify" -> "Permissions.Modify, or a right to allocate, on " + check.get(1);
      default -> check.stream().map(String::valueOf).collect(Collectors.joining(" "));
    };
  }

  private static String rest(List<@Nullable Object> check) {
    return check.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String privileges(@Nullable Object names, boolean any) {
    return Json.list(names).stream()
        .map(String::valueOf)
        .distinct()
        .collect(Collectors.joining(any ? " or " : " and "));
  }

  /** What is known of a value, as lines of Javadoc. */
  static List<String> of(String name, TypeSchema schema, @Nullable String since) {
    List<String> lines = new ArrayList<>();
    lines.add(JavaText.javadoc(name) + unit(schema) + ".");
    TypeSchema value = schema.type().equals("array") ? schema.items() : schema;
    add(lines, "Free in form: ", value.freeReason());
    add(lines, "Range: ", range(schema));
    add(lines, "Length: ", between(schema.text("minLength"), schema.text("maxLength")));
    add(lines, "Pattern: ", schema.text("pattern"));
    add(lines, "Format: ", schema.formatName());
    add(lines, "Default: ", schema.text("default"));
    add(lines, "Only together with: ", schema.text("requires"));
    add(lines, "Since Proxmox VE ", since);
    return lines;
  }

  private static String unit(TypeSchema schema) {
    String meaning = schema.meaning();
    if (meaning == null || meaning.indexOf('.') > 0) {
      return "";
    }
    return switch (meaning) {
      case "secret" -> ", a secret";
      case "a fraction: 1 is all" -> ", " + meaning;
      case "epoch seconds" -> ", in seconds since the epoch";
      case "epoch nanoseconds" -> ", in nanoseconds since the epoch";
      case "epoch seconds, 0 for never" ->
          ", in seconds since the epoch; 0 for never, read as null";
      default -> ", in " + meaning;
    };
  }

  private static @Nullable String range(TypeSchema schema) {
    return between(schema.text("minimum"), schema.text("maximum"));
  }

  private static @Nullable String between(@Nullable String least, @Nullable String most) {
    if (least == null && most == null) {
      return null;
    }
    if (most == null) {
      return "at least " + least;
    }
    return least == null ? "at most " + most : least + " to " + most;
  }

  private static void add(List<String> lines, String label, @Nullable String fact) {
    if (fact != null) {
      lines.add("<br>" + label + JavaText.javadoc(fact));
    }
  }
}
