package io.github.proxmoxmpc.api.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are sent as one text keep their elements apart. */
class JoinedListTest {
  @Test
  void elementsAreJoinedByTheSeparator() {
    JoinedList list = new JoinedList("tags", ';');
    list.add("a", "a");
    list.add("b", "b");
    assertThat(list).hasToString("a;b");
    assertThat(new JoinedList("tags", ';')).hasToString("");
  }

  @ParameterizedTest
  @Tag("U01")
  @ValueSource(strings = {"a b", "c;d", "e,f", "g\nh", "i\u00a0j", "k\u0000l", "", " "})
  void anElementThatTheServerWouldSplitOrDropIsRejected(String element) {
    assertThatThrownBy(() -> QemuConfigPutRequest.builder().tags(List.of("ok", element)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + element + "'")
        .hasMessageContaining("'tags'");
  }
}
