package io.github.proxmoxmpc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code java} block of the README and the guides must occur, line by line, in a compiled
 * file under {@code snippets}.
 */
class PublishedSnippetsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path SNIPPETS =
      Path.of("src/test/java/io/github/proxmoxmpc/examples/snippets");

  @TestFactory
  Stream<DynamicTest> theSnippetIsCompiled() throws IOException {
    List<String> compiled = compiled();
    return documents().stream()
        .flatMap(
            document ->
                snippets(document).stream()
                    .map(
                        snippet ->
                            DynamicTest.dynamicTest(
                                ROOT.relativize(document)
                                    + ": "
                                    + snippet.lines().findFirst().orElse(""),
                                () ->
                                    assertThat(compiled)
                                        .as("%s has code that is not compiled", document)
                                        .anySatisfy(file -> assertThat(file).contains(snippet)))));
  }

  @Test
  @Tag("U14")
  void theReadmeHasASnippet() {
    assertThat(snippets(ROOT.resolve("README.md"))).isNotEmpty();
  }

  @Test
  @Tag("U14")
  void theReadmeNamesTheVersionsOfTheBuild() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    for (String artifact : List.of("sqlite-jdbc", "slf4j")) {
      String version = pom.replaceFirst("(?s).*<" + artifact + ".version>([^<]+)<.*", "$1");
      assertThat(readme).contains("<version>" + version + "</version>", ":" + version + "'");
    }
  }

  @Test
  void theReadmeHasFourCommandsEachAloneInItsBlock() throws IOException {
    List<String> commands = blocks(ROOT.resolve("README.md"), "sh");
    assertThat(commands)
        .hasSize(4)
        .allSatisfy(command -> assertThat(command.strip().lines()).hasSize(1));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> guides = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              guides.filter(path -> path.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<String> compiled() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(SNIPPETS)) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        files.add(withoutIndentation(Files.readString(source)));
      }
    }
    return files;
  }

  private static List<String> snippets(Path document) {
    return blocks(document, "java").stream()
        .map(PublishedSnippetsTest::withoutIndentation)
        .toList();
  }

  private static List<String> blocks(Path document, String language) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    try {
      for (String line : Files.readAllLines(document)) {
        if (block == null) {
          block = line.equals("```" + language) ? new StringBuilder() : null;
        } else if (line.startsWith("```")) {
          blocks.add(block.toString());
          block = null;
        } else {
          block.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blocks;
  }

  private static String withoutIndentation(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
