package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Javadoc of the generated types contains every fact that the schema has about them. */
class GeneratedJavadocTest {
  private static final String REST = "io/github/proxmoxmpc/api/rest/";
  private static final String FORMAT = "io/github/proxmoxmpc/api/format/";

  private static final Pattern OPERATION = Pattern.compile("(?:GET|PUT|POST|DELETE) /[^\\s}]*");
  private static final Pattern TYPE =
      Pattern.compile("(?ms)^/\\*\\*((?:(?!\\*/).)*)\\*/\\npublic (?:final class|enum) \\w+");
  private static final Pattern NEEDS = Pattern.compile("<p>Needs |; needs\\s");
  private static final Pattern SETTER =
      Pattern.compile(
          "(?ms)^    /\\*\\*((?:(?!\\*/).)*)\\*/\\n(?:    @Deprecated\\n)?    public Builder \\w+\\([^\\n]*\\{\\n"
              + "      return put\\w*\\(\"([^\"]+)\"( \\+ index)?");

  @Test
  @Tag("U04")
  void textThatTheServerKeepsEncodedIsDescribedAsPlain() {
    List<String> setters = new ArrayList<>();
    WholeApi.SOURCES.forEach(
        (file, source) -> {
          Matcher setter = SETTER.matcher(source);
          while (setter.find()) {
            if (setter.group(2).equals("sshkeys")) {
              setters.add(file);
              assertThat(setter.group(1))
                  .as(file)
                  .contains("Plain text: the client encodes and decodes it.")
                  .doesNotContain("urlencoded");
            }
          }
        });
    assertThat(setters).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void everyTypeNamesItsOperations() {
    List<String> silent = new ArrayList<>();
    int types = 0;
    for (Map.Entry<String, String> source : WholeApi.SOURCES.entrySet()) {
      Matcher type = TYPE.matcher(source.getValue());
      if (isShown(source.getKey()) && type.find()) {
        types++;
        String doc = type.group(1);
        // A place without operations has none to name.
        boolean isPlace =
            doc.contains("of the path tree") && !source.getValue().contains("service()");
        if (!isPlace && !OPERATION.matcher(doc).find()) {
          silent.add(source.getKey());
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(types).isGreaterThan(1300);
  }

  @Test
  void noElementIsSaidToBeNewInTheOldestRelease() {
    assertThat(WholeApi.SCHEMA.operations())
        .extracting(Operation::since)
        .contains("9.2")
        .doesNotContain("6.0");
    assertThat(WholeApi.SOURCES.values()).noneMatch(text -> text.contains("VE {@code 6.0}"));
  }

  @Test
  void everyVerbAndEveryStepDeclaresItsExceptions() {
    Pattern member =
        Pattern.compile(
            "(?ms)^  /\\*\\*((?:(?!\\*/).)*)\\*/\\n(?:  @Deprecated\\n)?  public ([^\\n]*)\\{$");
    Pattern verb = Pattern.compile("\\b(?:get|put|post|delete|download)\\(");
    List<String> silent = new ArrayList<>();
    int verbs = 0;
    for (Map.Entry<String, String> source : WholeApi.SOURCES.entrySet()) {
      Matcher each = member.matcher(source.getValue());
      while (source.getKey().endsWith("Path.java") && each.find()) {
        String doc = each.group(1);
        String signature = each.group(2);
        boolean isVerb = verb.matcher(signature).find() && !signature.contains("Path ");
        verbs += isVerb ? 1 : 0;
        boolean told =
            (!isVerb
                    || (doc.contains("@throws io.github.proxmoxmpc.api.error.ApiException")
                        && doc.contains("UnsupportedVersionException")))
                && (!signature.contains("(Consumer<") || doc.contains("InvalidRequestException"))
                && (!signature.contains("@Nullable") || doc.contains("@return"))
                && (!isStepOfText(signature) || doc.contains("@throws IllegalArgumentException"));
        if (!told) {
          silent.add(source.getKey() + ": " + signature);
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(verbs).isGreaterThan(1000);
  }

  /** Returns whether a step takes an identifier as a string or number. */
  private static boolean isStepOfText(String signature) {
    return signature.matches("\\w+Path \\w+\\((?:String|int) (?:node|storage|vmid|userid)\\) ");
  }

  private static boolean isShown(String path) {
    return path.startsWith(REST) || path.startsWith(FORMAT);
  }

  @Test
  void everyRequestAndResultNamesThePrivilegesOfItsOperation() {
    List<String> silent = new ArrayList<>();
    WholeApi.SOURCES.forEach(
        (path, text) -> {
          Matcher type = TYPE.matcher(text);
          boolean ofOperations = text.contains("extends ApiRe");
          if (ofOperations && type.find() && !NEEDS.matcher(type.group(1)).find()) {
            silent.add(path);
          }
        });
    assertThat(silent).isEmpty();
  }

  @Test
  void noWritingOperationNeedsOnlyALogIn() {
    assertThat(WholeApi.SCHEMA.operations())
        .filteredOn(each -> !each.method().equals("GET"))
        .extracting(Facts::privilege)
        .hasSizeGreaterThan(300)
        .noneMatch(needed -> needed.startsWith("a log-in"));
  }

  @Test
  void everySetterDocumentsTheFactsOfItsParameter() {
    Map<String, String> setters = settersByOperationAndName();
    List<String> silent = new ArrayList<>();
    int told = 0;
    for (Operation operation : WholeApi.SCHEMA.operations()) {
      for (Map.Entry<String, TypeSchema> parameter : operation.parameters().entrySet()) {
        if (hasNoSetter(operation, parameter)) {
          continue;
        }
        String setter = operation.title() + " ? " + parameter.getKey();
        String doc = setters.getOrDefault(setter, "");
        for (String fact : factsOf(parameter.getKey(), parameter.getValue())) {
          told++;
          if (!doc.contains(fact) && !doc.contains(JavaText.prose(fact))) {
            silent.add(setter + ": " + fact);
          }
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(setters).hasSizeGreaterThan(2000);
    assertThat(told).isGreaterThan(3000);
  }

  /**
   * Returns whether a parameter has no setter: a path parameter is an argument of the path tree,
   * the delete list is unset(), and the flag that requests bytes is the verb download().
   */
  private static boolean hasNoSetter(Operation operation, Map.Entry<String, TypeSchema> parameter) {
    boolean isList = !parameter.getValue().type().equals("boolean");
    return operation.path().contains("{" + parameter.getKey() + "}")
        || parameter.getKey().equals("delete") && isList
        || parameter.getKey().equals(operation.returns().downloadParameter());
  }

  /** Returns the facts that the Javadoc of a parameter has to contain. */
  private static List<String> factsOf(String name, TypeSchema parameter) {
    List<String> facts = new ArrayList<>();
    facts.add(name);
    for (String fact : List.of("minLength", "maxLength", "requires", "since", "pattern")) {
      facts.add(parameter.text(fact));
    }
    if (parameter.type().matches("integer|number")) {
      facts.add(parameter.text("minimum"));
      facts.add(parameter.text("maximum"));
    }
    facts.add(parameter.text("default") == null ? null : "<br>Default: ");
    facts.add(parameter.optional() ? null : "<br>Required");
    facts.removeIf(Objects::isNull);
    return facts;
  }

  private static Map<String, String> settersByOperationAndName() {
    Pattern sentBy = Pattern.compile("The parameters of \\{@code (.*)}\\. Immutable");
    Map<String, String> setters = new HashMap<>();
    for (String text : WholeApi.SOURCES.values()) {
      Matcher operation = sentBy.matcher(text);
      if (operation.find()) {
        Matcher setter = SETTER.matcher(text);
        while (setter.find()) {
          String name = setter.group(2) + (setter.group(3) == null ? "" : "[n]");
          setters.put(operation.group(1) + " ? " + name, setter.group(1));
        }
      }
    }
    return setters;
  }

  @Test
  void everyPackageNamesItsOperations() {
    List<String> lost = new ArrayList<>();
    for (PathNode node : PathNode.treeOf(WholeApi.SCHEMA).self()) {
      String path = node.packageName("io.github.proxmoxmpc.api.rest").replace('.', '/');
      String doc = WholeApi.SOURCES.getOrDefault(path + "/package-info.java", "");
      for (Operation operation : node.operations().values()) {
        if (!doc.contains("#" + operation.method().toLowerCase(Locale.ROOT))
            || !doc.contains("{@code " + operation.title() + "}")) {
          lost.add(operation.title());
        }
      }
    }
    assertThat(lost).isEmpty();
  }
}
