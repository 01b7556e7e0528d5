package io.github.proxmoxmpc.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;

class JsonValueTest {
  @Test
  void objectsAreEqualInWhateverOrderTheirFieldsCame() {
    assertThat(JsonValue.parse("{\"a\":1,\"b\":2}"))
        .isEqualTo(JsonValue.parse("{\"b\":2,\"a\":1}"))
        .hasSameHashCodeAs(JsonValue.parse("{\"b\":2,\"a\":1}"));
  }

  @Test
  void aTextIsQuotedForWhateverItHolds() {
    String text = "\"\\\u0000\u2028\ud83d\ude00";
    assertThat(JsonValue.parse(new JsonString(text).toString())).isEqualTo(new JsonString(text));
  }
}
