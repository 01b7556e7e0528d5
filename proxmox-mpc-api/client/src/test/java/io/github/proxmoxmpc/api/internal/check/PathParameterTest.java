package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.value.NodeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathParameterTest {
  private static final PathParameter SEGMENT = PathParameter.segment(Rule.string("name"));
  private static final PathParameter REST = PathParameter.rest(Rule.string("volume"));

  private static void refuses(PathParameter parameter, Object value, String message) {
    assertThatThrownBy(() -> parameter.checked(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("In the path: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "...", "a..b", "%2f", "a b", "local:x"})
  void aHarmlessValueIsReturned(String value) {
    assertThat(SEGMENT.checked(value)).isSameAs(value);
    assertThat(REST.checked(value)).isSameAs(value);
  }

  @Test
  void theRestOfAPathMayContainSlashesButNoDotSegments() {
    assertThat(REST.checked("local:iso/a.iso")).isEqualTo("local:iso/a.iso");
    refuses(REST, "", "volume = '': must not be empty");
    refuses(REST, "a//b", "volume = 'a//b': must not contain an empty part between slashes");
    refuses(
        REST,
        "local:iso/../../x",
        "volume = 'local:iso/../../x': must not be or contain '.' or '..', which would lead to another"
            + " path");
  }

  @Test
  void aSegmentThatWouldLeadElsewhereIsRejected() {
    refuses(SEGMENT, "", "name = '': must not be empty");
    refuses(
        SEGMENT, "a/b", "name = 'a/b': must not contain a '/', which would lead to another path");
    refuses(
        SEGMENT,
        NodeName.read(".."),
        "name = '..': must not be or contain '.' or '..', which would lead to another path");
  }

  @Test
  void aValueThatBreaksItsRuleIsRejected() {
    refuses(
        PathParameter.segment(Rule.integer("pos").minimum("0")),
        -1L,
        "pos = '-1': must be at least 0");
    refuses(
        PathParameter.segment(Rule.string("service").values("cron", "sshd")),
        "ssh",
        "service = 'ssh': must be one of cron, sshd");
  }
}
