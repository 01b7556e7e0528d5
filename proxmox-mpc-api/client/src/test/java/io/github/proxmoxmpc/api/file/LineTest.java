package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineTest {
  private static final String SECRET = "hunter2";

  static List<Line> one() {
    return List.of(
        new Line.Blank("  "),
        new Line.Comment("", " the password is " + SECRET),
        new Line.Heading("[", "group", " ", "web", "] # " + SECRET),
        new Line.Entry("", "cipassword", ": ", SECRET, " # " + SECRET),
        new Line.End("}"),
        new Line.Unread(SECRET, "not of the form 'key: value'"),
        new AccessLine("", List.of("user", "a@pve", "1", "0", "", "", SECRET, "", SECRET)),
        FirewallRule.parse("IN ACCEPT -source " + SECRET + " # " + SECRET).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("one")
  void noLineShowsAValue(Line line) {
    assertThat(line.toString()).isNotBlank().doesNotContain(SECRET);
  }

  @Test
  void toStringNamesTheKindOfLine() {
    assertThat(one())
        .hasToString(
            "[Blank, Comment, Heading[group web], Entry[cipassword], End,"
                + " Unread[not of the form 'key: value'], user[9 fields], FirewallRule[in ACCEPT]]");
  }

  @Test
  void everyKindOfLineIsTested() {
    assertThat(one().stream().map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Line.class.getPermittedSubclasses()).toList());
  }
}
