package io.github.proxmoxmpc.iac.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclBodyTest {
  @Test
  void equalsSignsOfAdjacentAttributesAreAligned() {
    HclBody body =
        HclBody.builder()
            .text("a", "1")
            .expression("longer", "var.x")
            .blank()
            .text("bb", "2")
            .build();
    assertThat(body.print())
        .isEqualTo(
            """
            a      = "1"
            longer = var.x

            bb = "2"
            """);
  }

  @Test
  void aValueOfSeveralLinesEndsAnAlignedGroup() {
    HclBody body =
        HclBody.builder()
            .text("a", "1")
            .attribute(
                "variables", new HclValue.TextMap(new TreeMap<>(Map.of("A", "1", "LONG", "2"))))
            .text("bbb", "2")
            .build();
    assertThat(body.print())
        .isEqualTo(
            """
            a = "1"
            variables = {
              "A"    = "1"
              "LONG" = "2"
            }
            bbb = "2"
            """);
  }

  @Test
  void blocksNestAndEmptyOnesStayOnOneLine() {
    HclBody inner = HclBody.builder().attribute("x", HclValue.Number.of(7)).build();
    HclBody body =
        HclBody.builder()
            .add(
                new HclItem.Block(
                    "resource",
                    List.of("t", "n"),
                    HclBody.builder()
                        .block("a", inner)
                        .block("b", HclBody.builder().build())
                        .build()))
            .build();
    assertThat(body.print())
        .isEqualTo(
            """
            resource "t" "n" {
              a {
                x = 7
              }
              b {}
            }
            """);
  }

  @Test
  void aDisabledBodyIsAComment() {
    HclBody off = HclBody.builder().text("a", "x\ny").blank().text("b", "z").build();
    HclBody body = HclBody.builder().add(new HclItem.Disabled(off)).text("c", "d").build();
    assertThat(body.print())
        .isEqualTo(
            """
            # a = "x\\ny"
            #
            # b = "z"
            c = "d"
            """);
  }

  @Test
  void neighboursWithTheSameReasonShareTheComment() {
    HclValue list =
        new HclValue.ReasonedList(
            List.of(
                new HclValue.Reasoned("a", "one"),
                new HclValue.Reasoned("b", "one"),
                new HclValue.Reasoned("c", "two")));
    assertThat(HclBody.builder().attribute("ignore_changes", list).build().print())
        .isEqualTo(
            """
            ignore_changes = [
              # one
              a,
              b,
              # two
              c,
            ]
            """);
  }

  @Test
  void nothingBreaksOutOfAComment() {
    String text = "one\ntwo\r\n}\u2028three\u0000 \u202E";
    assertThat(HclBody.builder().comment(text).build().print())
        .isEqualTo("# one\\ntwo\\r\\n}\\u2028three\\u0000 \\u202e\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a\"b|\"a\\\"b\"",
        "${x}|\"$${x}\"",
        "%{x}|\"%%{x}\"",
        "$${x}|\"$\\u0024{x}\"",
        "%%{x}|\"%\\u0025{x}\"",
        "$%{x}|\"$\\u0025{x}\"",
        "$x %y|\"$x %y\"",
        "a\\n|\"a\\\\n\"",
      })
  void aQuotedTextIsReadBackUnchanged(String text, String quoted) {
    assertThat(HclText.quote(text)).isEqualTo(quoted);
  }

  @Test
  void emojiStayReadableAndInvisibleCharactersDoNot() {
    assertThat(HclText.quote("ü漢🚀")).isEqualTo("\"ü漢🚀\"");
    assertThat(HclText.quote("\u0000\uFEFF\u202E\t\r\n"))
        .isEqualTo("\"\\u0000\\ufeff\\u202e\\t\\r\\n\"");
    assertThat(HclText.quote("\uD83D")).isEqualTo("\"\uFFFD\"");
    assertThat(HclText.quote("\uDB40\uDC41")).isEqualTo("\"\\U000e0041\"");
  }

  @Test
  void numbersAreWrittenPlainly() {
    assertThat(HclBody.builder().attribute("n", number("1.50")).build().print())
        .isEqualTo("n = 1.5\n");
    assertThat(HclBody.builder().attribute("n", number("1E+3")).build().print())
        .isEqualTo("n = 1000\n");
    assertThat(number("0.0")).isEqualTo(HclValue.Number.of(0));
  }

  private static HclValue.Number number(String text) {
    return new HclValue.Number(new java.math.BigDecimal(text));
  }
}
