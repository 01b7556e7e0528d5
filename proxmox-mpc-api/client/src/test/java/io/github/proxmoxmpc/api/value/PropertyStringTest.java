package io.github.proxmoxmpc.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyStringTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1",
        "local-lvm:vm-100-disk-0,size=32G",
        "a=1,,b=2",
        ",",
        "a=1,a=2",
        "order=scsi0;net0",
        " up = 3 , down=4",
        "serial=a=b==",
        "ünï=漢字,\"q\"\\"
      })
  void aTextPrintsAsItWasRead(String text) {
    assertThat(PropertyString.parse(text)).hasToString(text);
  }

  @Test
  void aBareValueBelongsToTheDefaultKey() {
    PropertyString disk = PropertyString.parse("local:100/vm-100-disk-0.raw,size=1G");
    assertThat(disk.bare()).isEqualTo("local:100/vm-100-disk-0.raw");
    assertThat(disk.getOrBare("file")).isEqualTo("local:100/vm-100-disk-0.raw");
    assertThat(PropertyString.parse("size=1G,file=a:b").getOrBare("file")).isEqualTo("a:b");
    assertThat(PropertyString.parse("size=1G").bare()).isNull();
  }

  @Test
  void theLastValueOfARepeatedKeyApplies() {
    PropertyString twice = PropertyString.parse("a=1,b=2,a=3");
    assertThat(twice.get("a")).isEqualTo("3");
    assertThat(twice.with("a=4")).hasToString("a=4,b=2");
    assertThat(twice.without("a")).hasToString("b=2");
  }

  @Test
  void aNewKeyBecomesTheLastPart() {
    assertThat(PropertyString.parse("").with("a=1").with("b=2")).hasToString("a=1,b=2");
    assertThat(PropertyString.parse("a=1").has("b")).isFalse();
  }

  @Test
  void blanksAroundAKeyDoNotHideIt() {
    assertThat(PropertyString.parse("order=2, up=30").get("up")).isEqualTo("30");
  }

  @Test
  void aPartIsSetByKeyAndValueOnly() {
    PropertyString text = PropertyString.parse("a=1");
    for (String part : List.of("a=1,2", "a", "", "=1", ",=1")) {
      assertThatThrownBy(() -> text.with(part)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
