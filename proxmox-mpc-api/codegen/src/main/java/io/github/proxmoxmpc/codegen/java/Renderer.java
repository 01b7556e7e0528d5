package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.Views.JavaFile;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ModelAdaptor;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroup;
import org.stringtemplate.v4.STGroupFile;
import org.stringtemplate.v4.misc.STMessage;

/** Renders views through the templates; a template that fails fails the build. */
final class Renderer {
  private static final String API = "io.github.proxmoxmpc.api.";

  /** What each template names without a package. */
  private static final Map<String, List<String>> FIXED =
      Map.ofEntries(
          entry(
              "pathClass",
              API + "internal.ApiCaller",
              API + "internal.Operation",
              API + "internal.Parameters",
              "java.util.concurrent.CompletableFuture",
              "java.util.function.Consumer"),
          entry(
              "service",
              API + "internal.Parameters",
              "retrofit2.Call",
              "retrofit2.http.DELETE",
              "retrofit2.http.GET",
              "retrofit2.http.POST",
              "retrofit2.http.PUT",
              "retrofit2.http.Path",
              "retrofit2.http.Streaming",
              "retrofit2.http.Tag"),
          entry(
              "resultTypes",
              API + "internal.ResultTypes",
              API + "json.FieldType",
              "org.jspecify.annotations.Nullable"),
          entry(
              "request",
              API + "check.RequestRules",
              API + "check.Rule",
              API + "request.ApiRequest",
              "java.time.temporal.ChronoUnit",
              "java.util.List",
              "java.util.function.Consumer"),
          entry(
              "identifier",
              API + "identifier.Identifier",
              API + "json.FieldType",
              "java.util.regex.Pattern"),
          entry("result", API + "json.ApiResult", API + "json.FieldType", API + "json.JsonObject"),
          entry("enumeration", API + "json.FieldType"),
          entry(
              "propertyType",
              API + "json.FieldType",
              API + "json.PercentText",
              API + "property.PropertyKeys",
              API + "property.PropertyString",
              API + "property.TypedPropertyString",
              "java.util.Map"),
          entry("propertyRules", API + "check.PropertyRules", API + "check.Rule"));

  private static Map.Entry<String, List<String>> entry(String template, String... types) {
    return Map.entry(template, List.of(types));
  }

  /** Where a template left something out, its blank lines meet. */
  private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

  private static final Pattern TRAILING_BLANKS = Pattern.compile("[ ]+$", Pattern.MULTILINE);

  private final STGroup group;

  Renderer() {
    URL templates = Objects.requireNonNull(Renderer.class.getResource("client.stg"), "client.stg");
    group = new STGroupFile(templates, "UTF-8", '$', '$');
    group.setListener(new Failing());
    group.registerModelAdaptor(Record.class, new RecordAdaptor());
  }

  String render(JavaFile file) {
    if (file.template().equals("packageInfo")) {
      return template(file).render(0).strip() + " " + file.packageName() + ";\n";
    }
    Imports imports =
        new Imports(
            file.packageName(), file.names(), FIXED.getOrDefault(file.template(), List.of()));
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

  /** StringTemplate looks for getters; records have none. */
  private static final class RecordAdaptor implements ModelAdaptor<Record> {
    @Override
    public @Nullable Object getProperty(
        Interpreter interpreter, ST self, Record model, Object property, String name) {
      try {
        var accessor = model.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(model);
      } catch (NoSuchMethodException | IllegalAccessException e) {
        throw new IllegalStateException(model.getClass().getSimpleName() + " has no " + name, e);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static final class Failing implements STErrorListener {
    @Override
    public void compileTimeError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }

    @Override
    public void runTimeError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }

    @Override
    public void IOError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }

    @Override
    public void internalError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }
  }
}
