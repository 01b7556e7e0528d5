package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.JavaFile;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.Imports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STGroup;

/** Renders the Java files of the client from their templates. */
final class Renderer {
  private static final String API = "io.github.proxmoxmpc.api.";

  /** The types that each template names without a package. */
  private static final Map<String, List<String>> FIXED =
      Map.ofEntries(
          entry(
              "pathClass",
              API + "internal.call.ApiCaller",
              API + "internal.call.ApiPath",
              API + "internal.call.Operation",
              API + "internal.call.Parameters",
              API + "internal.check.PathParameter",
              API + "internal.check.Rule",
              API + "internal.response.Results",
              "java.util.concurrent.CompletableFuture",
              "java.util.function.Consumer"),
          entry(
              "request",
              API + "internal.check.RequestRules",
              API + "internal.check.Rule",
              API + "message.ApiRequest",
              "java.time.temporal.ChronoUnit",
              "java.util.List",
              "java.util.function.Consumer"),
          entry(
              "identifier",
              API + "value.Identifier",
              API + "message.Decoder",
              "java.util.regex.Pattern"),
          entry(
              "result",
              API + "message.ApiResult",
              API + "message.Decoder",
              API + "json.JsonObject",
              "org.jspecify.annotations.Nullable"),
          entry(
              "enumeration",
              API + "internal.wire.Unrecognized",
              API + "message.Decoder",
              API + "value.WireValue"),
          entry(
              "propertyType",
              API + "internal.wire.PercentText",
              API + "internal.wire.Unrecognized",
              API + "message.Decoder",
              API + "value.WireValue",
              API + "property.PropertyKeys",
              API + "value.PropertyString",
              API + "property.TypedPropertyString",
              API + "property.ValueKind",
              "java.util.Map"),
          entry(
              "propertyRules", API + "internal.check.PropertyRules", API + "internal.check.Rule"));

  private static Map.Entry<String, List<String>> entry(String template, String... types) {
    return Map.entry(template, List.of(types));
  }

  /** Returns the simple names of the types that templates name without a package. */
  static Set<String> fixedNames() {
    return FIXED.values().stream()
        .flatMap(List::stream)
        .map(type -> type.substring(type.lastIndexOf('.') + 1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Adjacent blank lines, which remain if a template leaves something out. */
  private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

  private static final Pattern TRAILING_BLANKS = Pattern.compile("[ ]+$", Pattern.MULTILINE);

  private final STGroup group;

  Renderer() {
    group = Templates.read("client.stg");
  }

  String render(JavaFile file) {
    if (file.template().equals("packageInfo")) {
      String text = template(file).render(0).strip() + " " + file.packageName() + ";\n";
      return TRAILING_BLANKS.matcher(text).replaceAll("");
    }
    Imports imports = new Imports(file.names(), FIXED.getOrDefault(file.template(), List.of()));
    group.registerRenderer(Code.class, (code, format, locale) -> imports.shorten(code));
    String body = template(file).render();
    ST whole = group.getInstanceOf("file");
    whole.add("packageName", file.packageName());
    whole.add("imports", imports.linesFor(body));
    whole.add("body", body);
    String text = TRAILING_BLANKS.matcher(whole.render()).replaceAll("");
    return BLANK_LINES.matcher(text).replaceAll("\n\n").stripTrailing() + "\n";
  }

  private ST template(JavaFile file) {
    ST template = group.getInstanceOf(file.template());
    template.add("it", file.model());
    return template;
  }
}
