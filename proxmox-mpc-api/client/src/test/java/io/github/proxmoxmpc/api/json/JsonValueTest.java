package io.github.proxmoxmpc.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1.10,\"b\":9223372036854775808,\"c\":[null,true,\"ü\\n\"]}",
        "-0.0e+10",
        "[]",
        "{}"
      })
  void itPrintsAsItWasWritten(String text) {
    assertThat(JsonValue.parse(text)).hasToString(text);
  }

  @Test
  void aNameThatComesTwiceKeepsItsPlaceAndItsLastValue() {
    assertThat(JsonValue.parse("{\"a\":1,\"b\":2,\"a\":3}")).hasToString("{\"a\":3,\"b\":2}");
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1}x", "nul", "{'a':1}", "[1,]", "\u0000"})
  void whatIsNotJsonIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonValue.parse(text));
  }

  @Test
  void whatNestsTooDeepIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.parse("[".repeat(100_000)))
        .withMessageStartingWith("not JSON");
  }
}
