package io.github.proxmoxmpc.api.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitListTest {
  @Test
  void aListIsSplitAtCommasSemicolonsAndBlanks() {
    assertThat(SplitList.ofSent(" a,b;;c\t d\n")).containsExactly("a", "b", "c", "d");
    assertThat(SplitList.ofStored(" a,b;;c\t d\n")).containsExactly("a", "b", "c", "d");
    assertThat(SplitList.ofSent(" ,")).isEmpty();
    assertThat(SplitList.ofStored("")).isEmpty();
  }

  @Test
  void aListWithANulIsSplitOnlyThere() {
    assertThat(SplitList.ofSent("a b\0c,d\0")).containsExactly("a b", "c,d");
    assertThat(SplitList.ofStored("a b\0c,d\0")).containsExactly("a b", "c,d");
  }

  @Test
  void unicodeWhiteSpaceSplitsSentTextButNotStoredBytes() {
    assertThat(SplitList.ofSent("a\u00a0b")).containsExactly("a", "b");
    assertThat(SplitList.ofStored("a\u00a0b")).containsExactly("a\u00a0b");
  }
}
