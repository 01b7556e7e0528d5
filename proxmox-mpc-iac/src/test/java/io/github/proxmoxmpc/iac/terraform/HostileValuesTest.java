package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.GeneratedFile;
import io.github.proxmoxmpc.iac.GeneratedFiles;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that no value, however hostile, can add code to the generated files. */
class HostileValuesTest {
  private static final String MARK = "HOSTILE";

  static Stream<String> values() {
    return Stream.of(
        "\"\n}\nresource \"x\" \"" + MARK + "\" {\n",
        "${" + MARK + "}",
        "%{ if true }" + MARK,
        "$${" + MARK + "} $$${" + MARK + "} %%%{" + MARK + "}",
        "\n# " + MARK + "\n",
        "*/ " + MARK + " /*",
        "<<EOT\n" + MARK + "\nEOT\n",
        "\\\" \\ " + MARK + " \\",
        "\u2028" + MARK + "\u2029\u0085\u000b\u000c",
        "\0" + MARK + "\r",
        "\u202E" + MARK + "\u2066",
        "'; DROP TABLE x; -- " + MARK,
        "<" + MARK + "> | `" + MARK + "` [x](y) <script>",
        "\uD83D" + MARK,
        "ünï 漢字 🚀 " + MARK);
  }

  @ParameterizedTest
  @MethodSource("values")
  void aHostileValueStaysInsideItsQuotes(String value) {
    Map<String, String> vm =
        Map.of(
            "name",
            value,
            "description",
            value,
            "tags",
            value.replace(";", ""),
            "args",
            value,
            "hookscript",
            value,
            "machine",
            value,
            "searchdomain",
            value,
            "ciuser",
            value,
            "brandnew" + value,
            value);
    check(TerraformTest.generate(TerraformTest.vm(vm)));
    Map<String, String> container =
        Map.of(
            "hostname",
            value,
            "description",
            value,
            "tags",
            value.replace(";", ""),
            "entrypoint",
            value,
            "mp0",
            value + ",mp=" + value,
            "net0",
            "name=" + value,
            "env",
            "A=" + value);
    check(TerraformTest.generate(TerraformTest.container(container)));
  }

  private static void check(GeneratedFiles files) {
    for (GeneratedFile file : files.files()) {
      if (!file.path().endsWith(".tf")) {
        continue;
      }
      assertThat(file.content()).doesNotContain("\r", "\0", "\u2028", "\u2029", "\u202E", "\u0085");
      file.content()
          .lines()
          .filter(line -> line.contains(MARK))
          .forEach(HostileValuesTest::checkLine);
    }
  }

  /** Checks that the mark is in a comment, or in quotes outside any template sequence. */
  private static void checkLine(String line) {
    if (line.strip().startsWith("#")) {
      return;
    }
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      if (line.startsWith(MARK, i)) {
        assertThat(quoted).as(line).isTrue();
      }
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted && (c == '$' || c == '%') && line.startsWith("{", i + 1)) {
        assertThat(line.charAt(i - 1)).as(line).isEqualTo(c);
      }
    }
    assertThat(quoted).as(line).isFalse();
  }
}
