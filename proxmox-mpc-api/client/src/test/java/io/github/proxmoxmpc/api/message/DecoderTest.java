package io.github.proxmoxmpc.api.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecoderTest {
  private static void assertTells(Decoder<?> type, String json, String message) {
    assertThatThrownBy(() -> type.read(JsonValue.parse(json), "QemuConfig.cores"))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessage(message);
  }

  @Test
  void theMessageShowsAValueThatIsNotANumber() {
    assertTells(
        Decoder.INTEGER, "\"many\"", "QemuConfig.cores: expected a whole number, but found 'many'");
    assertTells(
        Decoder.INTEGER,
        "99999999999",
        "QemuConfig.cores: expected a whole number, but found '99999999999'");
    assertTells(
        Decoder.BOOLEAN,
        "\"per\\nhaps\"",
        "QemuConfig.cores: expected true or false, but found 'per\\nhaps'");
    assertTells(UnitDecoder.SECONDS, "[1]", "QemuConfig.cores: expected seconds, but found a list");
  }

  @Test
  void theMessageHidesATextThatMayBeASecret() {
    Decoder<List<Object>> odd =
        Decoder.textList(
            Decoder.text(
                "something",
                text -> {
                  throw new IllegalArgumentException();
                }));
    assertTells(
        odd,
        "\"hunter2\"",
        "QemuConfig.cores at an element: expected something, but found another text");
    assertTells(
        Decoder.SECRET, "{\"a\":1}", "QemuConfig.cores: expected a secret, but found an object");
  }

  @Test
  void anElementIsNamedWithItsList() {
    assertTells(
        Decoder.list(Decoder.LONG),
        "[1,\"x\"]",
        "QemuConfig.cores[1]: expected a whole number, but found 'x'");
    assertTells(
        Decoder.list(Decoder.LONG),
        "\"x\"",
        "QemuConfig.cores at its element: expected a whole number, but found 'x'");
  }

  @Test
  void theMessageForAParsedTextDoesNotMentionAServer() {
    assertThatThrownBy(() -> NetworkDevice.parse("virtio,mtu=" + "9".repeat(200)).mtu())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith("NetworkDevice.mtu: expected a whole number, but found '999")
        .hasMessageEndingWith("... (202 characters)")
        .hasMessageNotContaining("server");
    assertThatThrownBy(() -> Decoder.INTEGER.read(new JsonString(""), "a key"))
        .hasMessage("a key: expected a whole number, but found ''");
  }
}
