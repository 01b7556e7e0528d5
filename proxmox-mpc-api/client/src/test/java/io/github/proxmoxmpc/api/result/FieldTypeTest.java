package io.github.proxmoxmpc.api.result;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.MalformedAnswerException;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTypeTest {
  private static void assertTells(FieldType<?> type, String json, String message) {
    assertThatThrownBy(() -> type.read(JsonValue.parse(json), "QemuConfig.cores"))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsThereInThePlaceOfANumberIsShown() {
    assertTells(
        FieldType.INTEGER,
        "\"many\"",
        "QemuConfig.cores: expected a whole number, but found 'many'");
    assertTells(
        FieldType.INTEGER,
        "99999999999",
        "QemuConfig.cores: expected a whole number, but found '99999999999'");
    assertTells(
        FieldType.BOOLEAN,
        "\"per\\nhaps\"",
        "QemuConfig.cores: expected true or false, but found 'per\\nhaps'");
    assertTells(UnitField.SECONDS, "[1]", "QemuConfig.cores: expected seconds, but found a list");
  }

  @Test
  void aTextThatMayBeASecretIsNotShown() {
    FieldType<List<Object>> odd =
        FieldType.textList(
            FieldType.text(
                "something",
                text -> {
                  throw new IllegalArgumentException();
                }));
    assertTells(
        odd,
        "\"hunter2\"",
        "QemuConfig.cores at an element: expected something, but found another text");
    assertTells(
        FieldType.SECRET, "{\"a\":1}", "QemuConfig.cores: expected a secret, but found an object");
  }

  @Test
  void anElementIsNamedWithItsList() {
    assertTells(
        FieldType.list(FieldType.LONG),
        "[1,\"x\"]",
        "QemuConfig.cores[1]: expected a whole number, but found 'x'");
    assertTells(
        FieldType.list(FieldType.LONG),
        "\"x\"",
        "QemuConfig.cores at its element: expected a whole number, but found 'x'");
  }

  @Test
  void aTextThatWasParsedHereWasSentByNobody() {
    assertThatThrownBy(() -> NetworkDevice.parse("virtio,mtu=" + "9".repeat(200)).mtu())
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageStartingWith("NetworkDevice.mtu: expected a whole number, but found '999")
        .hasMessageEndingWith("... (202 characters)")
        .hasMessageNotContaining("server");
    assertThatThrownBy(() -> FieldType.INTEGER.read(new JsonString(""), "a key"))
        .hasMessage("a key: expected a whole number, but found ''");
  }
}
