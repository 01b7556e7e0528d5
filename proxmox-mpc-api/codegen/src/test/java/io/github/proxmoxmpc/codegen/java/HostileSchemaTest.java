package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema comes from a server; none of its strings may become code in the generated sources. */
class HostileSchemaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"; static { System.exit(1); } //",
        "*/ static { System.exit(1); } /*",
        "\\u002a\\u002f static { System.exit(1); } /*",
        "\\",
        "\\u0022; int injected; //",
        "line\nbreak\r\u2028\u0000\u0085",
        "{@code",
        "}",
        "@see <script>",
        "$it.name$",
        "<% x %>",
        "%s ${x}",
        "class",
        "1st",
        "ünïcode ☃ 😀",
        "a-b",
        "a_b",
        "*",
        "wait",
        "getClass"
      })
  void noStringOfTheSchemaBecomesCode(String evil) throws IOException {
    Map<String, String> sources = ClientGenerator.generate(schemaWith(evil));

    List<String> literals = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      if (!source.getKey().endsWith(".java") || source.getKey().endsWith("package-info.java")) {
        continue;
      }
      CompilationUnitTree unit = parse(source.getKey(), source.getValue());
      assertThat(unit.getTypeDecls()).as(source.getKey()).hasSize(1);
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
          assertThat(type.getMembers()).noneMatch(BlockTree.class::isInstance);
          return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
          assertThat(variable.getName().toString()).isNotEqualTo("injected");
          return super.visitVariable(variable, unused);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
          literals.add(String.valueOf(literal.getValue()));
          return super.visitLiteral(literal, unused);
        }
      }.scan(unit, null);
    }
    // As the name of a parameter and of a field, as a value, and in a privilege.
    assertThat(literals).filteredOn(evil::equals).hasSizeGreaterThanOrEqualTo(3);
    assertThat(literals).anyMatch(literal -> literal.contains("Sys." + evil + " on /"));
    assertThat(literals).contains("GET " + evil, "lost " + evil);
    assertThat(sources).containsKey("io/github/proxmoxmpc/api/format/Evil.java");
  }

  private static ApiSchema schemaWith(String evil) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("type", "string");
    value.put("enum", List.of(evil, "harmless"));
    Map<String, @Nullable Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    for (String fact :
        List.of("pattern", "default", "format", "requires", "minimum", "maximum", "since")) {
      text.put(fact, evil);
    }
    Map<String, @Nullable Object> operation = new LinkedHashMap<>();
    operation.put("since", evil);
    operation.put("permissions", Map.of("check", List.of("perm", "/", List.of("Sys." + evil))));
    // The same string as a key of a property string, an alias, a default key and a value.
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put(evil, text);
    keys.put("bare", Map.of("type", "string", "default_key", 1, "enum", List.of(evil)));
    keys.put("other " + evil, Map.of("alias", evil));
    keys.put("key " + evil, Map.of("alias", evil, "keyAlias", "bare"));
    Map<String, @Nullable Object> property = new LinkedHashMap<>();
    property.put("type", "string");
    property.put("format", keys);
    operation.put("parameters", Map.of(evil, text, "value", value, "property[n]", property));
    operation.put(
        "returns", Map.of("type", "object", "properties", Map.of(evil, text, "value", value)));
    // The same string in a removed operation, parameter, key and value, and in a replacement.
    Map<String, @Nullable Object> former = new LinkedHashMap<>(operation);
    former.put("until", "8.3");
    Map<String, @Nullable Object> lost = new LinkedHashMap<>(text);
    lost.put("until", "8.3");
    Map<String, @Nullable Object> gone = new LinkedHashMap<>();
    gone.put("POST /former/{name}", former);
    gone.put("POST /evil/{name} ? lost " + evil, lost);
    gone.put("POST /evil/{name} ? property[n] . lost " + evil, lost);
    gone.put("POST /evil/{name} ? value = lost " + evil, lost);
    String schema =
        Json.print(
            Map.of(
                "release",
                "9.2",
                "releases",
                List.of("8.3", "9.2"),
                "operations",
                Map.of("POST /evil/{name}", operation),
                "gone",
                gone));
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("java", "Evil");
    row.put("of", List.of("property[n]"));
    row.put("secrets", List.of(evil));
    Map<String, Object> successor =
        Map.of("of", List.of("POST /former/{name}"), "instead", "GET " + evil);
    return ApiSchema.read(
        schema,
        Json.print(
            Map.of("formats", Map.of("types", List.of(row)), "successors", List.of(successor))));
  }

  private static CompilationUnitTree parse(String path, String text) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of(), null, List.of(file));
    CompilationUnitTree unit = task.parse().iterator().next();
    assertThat(diagnostics.getDiagnostics())
        .as(path + "\n" + text)
        .extracting(Diagnostic::getKind)
        .doesNotContain(Diagnostic.Kind.ERROR);
    return unit;
  }
}
