package io.github.proxmoxmpc.codegen.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerlPatternTranslatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "(?^:a+) => (?-ismx:a+)",
        "(?^i:a) => (?i-smx:a)",
        "(?^u:\\w) => (?U-ismx:\\w)",
        "[a-z]{,16} => [a-z]{0,16}",
        "\\0\\w+ => \\x00\\w+",
        "[][a] => [\\]\\[a]",
        "[^]&&] => [^\\]\\&\\&]",
        "(?>a|b)(?!c) => (?>a|b)(?!c)",
        "[\\(\\)-_.\\w] => [\\(\\)-_.\\w]",
      })
  void perlPatternsAreTranslatedToJava(String perl, String java) {
    assertThat(PerlPatternTranslator.toJava(perl)).isEqualTo(java);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(?{ system })", "(?R)", "a\\Kb", "[[:alpha:]]", "(?<name>a)", "(", "a\\"})
  void anUntranslatablePatternIsRefused(String perl) {
    assertThatThrownBy(() -> PerlPatternTranslator.toJava(perl))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(perl);
  }

  @Test
  void theTranslationMatchesTheSameStrings() {
    Pattern idmap =
        Pattern.compile(
            "^"
                + PerlPatternTranslator.toJava(
                    "(?^:^(?:passthrough|[ug]:[0-9]+:[0-9]+:[1-9][0-9]*(?:;[ug]:[0-9]+:[0-9]+:[1-9][0-9]*)*)$)")
                + "$",
            Pattern.UNIX_LINES);

    assertThat(idmap.matcher("u:0:100000:65536;g:0:1:1").find()).isTrue();
    assertThat(idmap.matcher("passthrough").find()).isTrue();
    assertThat(idmap.matcher("u:0:100000:0").find()).isFalse();
  }
}
