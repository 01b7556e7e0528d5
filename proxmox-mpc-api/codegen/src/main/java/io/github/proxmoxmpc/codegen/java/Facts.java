package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Doc;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.java.text.ValueRuns;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Departure;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.Privileges;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes Javadoc from the facts of the schema. Its prose is not used, for reasons of copyright. */
final class Facts {
  /** The format of text that the server keeps percent-encoded. */
  private static final String ENCODED = "urlencoded";

  private Facts() {}

  /** Documents the privileges and releases of an operation. */
  static Doc of(Operation operation) {
    List<String> lines = new ArrayList<>();
    lines.add(JavaText.javadoc(operation.title()) + since(operation.since()) + ".");
    lines.addAll(rights(operation));
    return new Doc(lines, deprecation(operation.gone()));
  }

  /** Returns the releases that have an operation, in a form that follows its name. */
  static String releases(Operation operation) {
    Departure gone = operation.gone();
    return since(operation.since())
        + (gone == null ? "" : ", gone in Proxmox VE " + JavaText.javadoc(gone.release()));
  }

  private static String since(@Nullable String release) {
    return release == null ? "" : ", since Proxmox VE " + JavaText.javadoc(release);
  }

  /** Returns paragraphs of Javadoc about the privileges that an operation needs. */
  static List<String> rights(Operation operation) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("<p>Needs " + needed(operation) + ".");
    if (!operation.tokenAllowed()) {
      lines.add("");
      lines.add("<p>API tokens are refused, regardless of their privileges.");
    }
    return lines;
  }

  /** Returns the privileges that an operation needs, as Javadoc. */
  static String needed(Operation operation) {
    boolean formal = operation.permissions().containsKey("check");
    boolean words = operation.permissions().containsKey("user") || !formal;
    return words ? JavaText.prose(privilege(operation)) : JavaText.javadoc(privilege(operation));
  }

  private static @Nullable String deprecation(@Nullable Departure gone) {
    if (gone == null) {
      return null;
    }
    String instead = gone.instead();
    return "Removed in Proxmox VE "
        + JavaText.javadoc(gone.release())
        + (instead == null ? "" : "; use " + JavaText.javadoc(instead))
        + ".";
  }

  /** Documents a step to a place of the path tree. */
  static Doc of(PathNode place) {
    return new Doc(
        List.of("Goes to " + JavaText.javadoc(place.path()) + "."),
        place.isGone() ? "Removed in newer releases; see its operations." : null);
  }

  /** Documents a step whose argument is checked by the rule of its type. */
  static Doc ofChecked(PathNode place, JavaType type) {
    List<String> lines = new ArrayList<>(of(place).lines());
    lines.add("");
    lines.add(
        "@throws IllegalArgumentException if it breaks the rule of {@link " + type.name() + "}");
    return new Doc(lines, of(place).deprecation());
  }

  /** Returns the {@code @return} text of an operation whose result may be null. */
  static String returnedOrNull(boolean task) {
    return task
        ? "the task, or null if the server completed the operation at once"
        : "the result, or null if the server has none";
  }

  /** Documents a value of an enumeration. */
  static Doc of(String value, @Nullable String since) {
    return Doc.of(JavaText.javadoc(value) + (since == null ? "" : since(since)) + ".");
  }

  /** Documents a removed value of an enumeration. */
  static Doc of(GoneValue value) {
    return new Doc(of(value.text(), value.since()).lines(), deprecation(value.gone()));
  }

  /** Returns the privileges that an operation needs, as plain text. */
  static String privilege(Operation operation) {
    Object needs = operation.permissions().get(Privileges.NEEDS);
    if (needs != null) {
      return needs.toString();
    }
    if ("world".equals(operation.permissions().get("user"))) {
      return "nothing, not even a log-in";
    }
    if ("all".equals(operation.permissions().get("user"))) {
      return "a log-in; the schema declares no further checks";
    }
    Object check = operation.permissions().get("check");
    // check_api2_permissions of PVE::RPCEnvironment: without permissions, only root@pam is allowed.
    return check == null ? "the user root@pam" : words(Json.list(check));
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

  /** Documents a parameter. */
  static Doc ofParameter(String name, TypeSchema schema) {
    Doc doc = of(name, schema);
    List<String> lines = new ArrayList<>(doc.lines());
    if (!schema.optional()) {
      lines.add("<br>Required");
    }
    addAlternatives(lines, schema);
    return new Doc(lines, doc.deprecation());
  }

  /** Documents the map of all fields of an object. */
  static Doc ofEntries(TypeSchema schema) {
    List<String> lines = new ArrayList<>();
    lines.add("All fields by name; the names are data.");
    add(lines, "Free form: ", schema.freeReason());
    return new Doc(lines, null);
  }

  /** Documents a value. */
  static Doc of(String name, TypeSchema schema) {
    List<String> lines = new ArrayList<>();
    TypeSchema value = schema.element();
    TypeSchema main = mainValue(value);
    lines.add(JavaText.javadoc(name) + unit(mainValue(schema)) + ".");
    add(lines, "Free form: ", value.freeReason());
    add(lines, "Range: ", range(main));
    add(lines, "Length: ", between(value.text("minLength"), value.text("maxLength")));
    add(lines, "Pattern: ", value.text("pattern"));
    if (ENCODED.equals(value.formatName())) {
      lines.add("<br>Plain text: the client encodes and decodes it.");
    } else {
      add(lines, "Format: ", value.formatName());
    }
    add(lines, "Default: ", defaultOf(main));
    add(lines, "Only together with: ", schema.text("requires"));
    add(lines, "Since Proxmox VE ", schema.text("since"));
    if (value.meaning() == null) {
      value
          .valuesSince()
          .forEach((each, since) -> lines.add("<br>" + JavaText.javadoc(each) + since(since)));
    } else {
      add(lines, "One of: ", ValueRuns.inWords(value.values(), value.valuesSince()));
    }
    return new Doc(lines, deprecation(schema.gone()));
  }

  /** Adds the values of another parameter that this parameter requires. */
  private static void addAlternatives(List<String> lines, TypeSchema schema) {
    String deciding = schema.text("on");
    List<String> values = schema.texts("onlyWithValues");
    if (deciding == null && !schema.alternatives().isEmpty()) {
      deciding = schema.text("type-property");
      values =
          schema.alternatives().stream()
              .flatMap(each -> each.instanceTypes().stream())
              .distinct()
              .toList();
    }
    if (deciding != null && !values.isEmpty()) {
      lines.add(
          "<br>Only if "
              + JavaText.javadoc(deciding)
              + " is "
              + values.stream().map(JavaText::javadoc).collect(Collectors.joining(", ")));
    }
  }

  /** Returns the default in the form of Java: the schema writes 1 and 0 for booleans. */
  private static @Nullable String defaultOf(TypeSchema schema) {
    String value = schema.text("default");
    return value != null && schema.type().equals("boolean")
        ? String.valueOf(Json.truth(schema.facts().get("default")))
        : value;
  }

  /**
   * Returns the default key of a property string, such as that of memory; else the value itself.
   */
  private static TypeSchema mainValue(TypeSchema schema) {
    if (schema.meaning() != null) {
      return schema;
    }
    return schema.keys().values().stream()
        .filter(key -> Json.truth(key.facts().get("default_key")))
        .findFirst()
        .orElse(schema);
  }

  private static String unit(TypeSchema schema) {
    String meaning = schema.meaning();
    if (meaning == null || meaning.indexOf('.') > 0) {
      return "";
    }
    return switch (meaning) {
      case "secret" -> ", a secret";
      case "file" -> ", a file, read while it is sent";
      case "a fraction: 1 is all" -> ", " + meaning;
      case "epoch seconds" -> ", in seconds since the epoch";
      case "epoch nanoseconds" -> ", in nanoseconds since the epoch";
      case "epoch seconds, 0 for never" ->
          ", in seconds since the epoch; 0 for never, read as null";
      default -> ", in " + meaning;
    };
  }

  /** Returns the bounds of a number; null for strings, even if the schema declares bounds. */
  private static @Nullable String range(TypeSchema schema) {
    boolean isNumber = schema.type().equals("integer") || schema.type().equals("number");
    if (!isNumber) {
      return null;
    }
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
