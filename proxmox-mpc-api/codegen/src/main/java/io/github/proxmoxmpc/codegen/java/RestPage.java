package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.JavaFile;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PathClass;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Verb;
import io.github.proxmoxmpc.codegen.java.text.Imports;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Departure;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stringtemplate.v4.ST;

/**
 * The page of the Javadoc site that lists the Java call of every REST path. It is a file in {@code
 * doc-files}, so that javadoc itself creates and checks its links.
 */
final class RestPage {
  static final String FILE = "rest-paths.html";

  private static final Pattern OURS =
      Pattern.compile("io\\.github\\.proxmoxmpc\\.(?:[a-z_0-9]+\\.)+([A-Z][A-Za-z0-9_.]*)");

  private static final Pattern PACKAGES_OF_JAVA = Pattern.compile("java\\.(?:[a-z]+\\.)+");

  private final String rootPackage;
  private final Map<String, PathClass> classes = new HashMap<>();

  /** The operations of one package. */
  private record Section(String anchor, String path, List<Row> rows) {}

  /** An operation and its Java call. */
  private record Row(
      String anchor,
      String title,
      String method,
      String call,
      @Nullable String request,
      String result,
      @Nullable String since,
      @Nullable String gone) {}

  private RestPage(List<JavaFile> files, String rootPackage) {
    this.rootPackage = rootPackage;
    for (JavaFile file : files) {
      if (file.model() instanceof PathClass view) {
        classes.put(file.packageName() + "." + view.name(), view);
      }
    }
  }

  /** Returns the path of the page below the source folder. */
  static String path(String rootPackage) {
    return rootPackage.replace('.', '/') + "/doc-files/" + FILE;
  }

  /** Returns the text of the page. */
  static String render(ApiSchema schema, List<JavaFile> files, String rootPackage) {
    RestPage page = new RestPage(files, rootPackage);
    ST template = Templates.read("rest-paths.stg").getInstanceOf("page");
    template.add("release", JavaText.prose(schema.release()));
    long gone = schema.operations().stream().filter(each -> each.gone() != null).count();
    template.add("count", schema.operations().size() - gone);
    template.add("gone", gone == 0 ? null : gone);
    template.add("sections", page.sections(PathNode.treeOf(schema).self()));
    return template.render() + "\n";
  }

  private List<Section> sections(List<PathNode> nodes) {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (PathNode node : nodes) {
      String area = node.packageName("");
      Section section =
          sections.computeIfAbsent(
              area,
              name -> new Section("area" + name, JavaText.javadoc(node.path()), new ArrayList<>()));
      node.operations().values().forEach(operation -> section.rows().add(row(node, operation)));
    }
    return sections.values().stream().filter(section -> !section.rows().isEmpty()).toList();
  }

  private Row row(PathNode node, Operation operation) {
    String type = node.packageName(rootPackage) + "." + node.typeName();
    Verb verb =
        Objects.requireNonNull(classes.get(type), type).verbs().stream()
            .filter(each -> each.http().equals(operation.method()))
            .findFirst()
            .orElseThrow();
    Departure gone = operation.gone();
    String request = verb.request();
    String parameter = request == null ? "" : node.packageName(rootPackage) + "." + request;
    return new Row(
        JavaText.prose(operation.method() + operation.path()),
        JavaText.javadoc(operation.title()),
        type + "#" + verb.method() + "(" + parameter + ")",
        JavaText.javadoc(
            node.call() + "." + verb.method() + (request == null ? "()" : "(request)")),
        request == null ? null : parameter + " " + request,
        verb.isVoid() ? "" : linked(verb.result().text()),
        operation.since() == null ? null : JavaText.prose(operation.since()),
        gone == null ? null : JavaText.prose(gone.release()));
  }

  /** Returns a type with links to those of its parts that are types of this project. */
  private static String linked(String type) {
    String plain = type.replace(Imports.NULLABLE, "").replace("<", "&lt;").replace(">", "&gt;");
    String simple = PACKAGES_OF_JAVA.matcher(plain).replaceAll("");
    return "<code>" + OURS.matcher(simple).replaceAll("{@link $0 $1}") + "</code>";
  }
}
