package io.github.proxmoxmpc.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  @Test
  void objectsAreEqualRegardlessOfTheOrderOfTheirFields() {
    assertThat(JsonValue.parse("{\"a\":1,\"b\":2}"))
        .isEqualTo(JsonValue.parse("{\"b\":2,\"a\":1}"))
        .hasSameHashCodeAs(JsonValue.parse("{\"b\":2,\"a\":1}"));
  }

  @Test
  void anyTextIsQuotedCorrectly() {
    String text = "\"\\\u0000\u2028\ud83d\ude00";
    assertThat(JsonValue.parse(new JsonString(text).toString())).isEqualTo(new JsonString(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "-7", "-0", "1.10", "1E3", "999999999999999999", "1e-400"})
  void aNumberIsEqualToItselfReadFromText(String literal) {
    assertThat(new JsonNumber(literal))
        .hasToString(literal)
        .isEqualTo(JsonValue.parse(literal))
        .hasSameHashCodeAs(JsonValue.parse(literal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "-9223372036854775808"})
  void theLargestLongIsALong(String literal) {
    assertThat(new JsonNumber(literal).toLong()).isEqualTo(Long.parseLong(literal));
    assertThat(new JsonNumber(literal)).isEqualTo(JsonNumber.of(Long.parseLong(literal)));
  }

  @Test
  void onlyWholeNumbersAreLongs() {
    assertThat(JsonNumber.of(42)).isEqualTo(new JsonNumber("42")).hasToString("42");
    assertThat(new JsonNumber("4.2e1").toLong()).isEqualTo(42);
    assertThatThrownBy(() -> new JsonNumber("4.2").toLong())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new JsonNumber("9223372036854775808").toLong())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new JsonNumber("1e9999999999").toLong())
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "NaN", "01", "+1", "1.", ".5", "1e", "0x1", "1 ", "1\n", "\u0661"})
  void textThatIsNotAJsonNumberIsRejected(String literal) {
    assertThatThrownBy(() -> new JsonNumber(literal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no number of JSON");
  }
}
