package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.Views.Doc;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Departure;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
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
  static Doc of(Operation operation) {
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
    return new Doc(lines, deprecation(operation.gone()));
  }

  private static @Nullable String deprecation(@Nullable Departure gone) {
    if (gone == null) {
      return null;
    }
    String instead = gone.instead();
    return "Gone in Proxmox VE "
        + JavaText.javadoc(gone.release())
        + (instead == null ? "" : "; use " + JavaText.javadoc(instead))
        + ".";
  }

  /** A step to a place of the path tree. */
  static Doc of(PathNode place) {
    return new Doc(
        List.of("Goes to " + JavaText.javadoc(place.path()) + "."),
        place.isGone() ? "Gone in newer releases, as its operations tell." : null);
  }

  /** A value of an enumeration. */
  static Doc of(String value) {
    return Doc.of(JavaText.javadoc(value) + ".");
  }

  /** A value that an enumeration had once. */
  static Doc of(GoneValue value) {
    return new Doc(of(value.text()).lines(), deprecation(value.gone()));
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
  static Doc of(String name, TypeSchema schema, @Nullable String since) {
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
    return new Doc(lines, deprecation(schema.gone()));
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
