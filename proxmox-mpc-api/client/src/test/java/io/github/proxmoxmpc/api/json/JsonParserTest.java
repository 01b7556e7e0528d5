package io.github.proxmoxmpc.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.fixtures.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
  private static final String ROWS =
      "[{\"id\":\"qemu/100\",\"vmid\":100,\"cpu\":0.0125,\"tags\":\"a;b\",\"ha\":{\"managed\":0}},"
          + "{\"id\":\"qemu/101\",\"vmid\":-1,\"cpu\":1e-7,\"tags\":\"\",\"ha\":{}},"
          + "{\"vmid\":102,\"id\":\"\\u00e4\\n\",\"x\":[true,false,null,\"\\\"\"]},"
          + "{\"id\":\"gr\u00fcn\",\"vmid\":9223372036854775807,\"cpu\":1.10}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0e1",
        "1.0",
        "10E2",
        "7",
        "-7",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "[1.0,-2,3]",
        "{\"a\":1.0,\"b\":-2}",
        "1234567890123456789012",
        "999999999999999999",
        "1.10",
        "1e400",
        "-2.50E+3",
        "\"\"",
        "\"a/b\"",
        "true",
        "null",
        "[]",
        "{}",
        "[[[]]]",
        "{\"\":{\"\":[]}}",
        "[1,2,{\"a\":1}]"
      })
  void jsonPrintsAsItWasRead(String text) {
    assertThat(JsonValue.parse(text)).hasToString(text);
    assertThat(JsonValue.parse(" \n\t" + text + "\r\n")).hasToString(text);
  }

  @Test
  void rowsWithDifferentFieldsKeepTheirNames() {
    JsonValue rows = JsonValue.parse(ROWS);
    assertThat(rows.toString()).isEqualTo(ROWS.replace("\\u00e4", "\u00e4"));
    assertThat(JsonValue.parse(rows.toString())).isEqualTo(rows);
  }

  @Test
  void aRepeatedNameKeepsItsFirstPositionAndItsLastValue() {
    assertThat(
            JsonValue.parse(
                "[{\"a\":1,\"b\":2,\"a\":3},{\"a\":1,\"b\":2,\"a\":4},{\"a\":5,\"b\":6}]"))
        .hasToString("[{\"a\":3,\"b\":2},{\"a\":4,\"b\":2},{\"a\":5,\"b\":6}]");
  }

  @Test
  void aNameWithEscapesIsNotConfusedWithAnother() {
    assertThat(JsonValue.parse("[{\"\\u0061\":1},{\"\":2},{\"a\":3},{\"\\u0061\":4}]"))
        .hasToString("[{\"a\":1},{\"\":2},{\"a\":3},{\"a\":4}]");
  }

  @Test
  void eachRowKeepsTheOrderOfItsNames() {
    Random random = new Random(4711);
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      fields.add("\"field" + i + "\":{\"field" + i + "\":" + i + ",\"x\":1." + i + "0}");
    }
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Collections.shuffle(fields, random);
      rows.add("{" + String.join(",", fields.subList(random.nextInt(10), 20)) + "}");
    }
    assertThat(JsonValue.parse(rows.toString())).hasToString(rows.toString().replace(" ", ""));
  }

  @Test
  void aFieldIsFoundAtAnyPositionOfItsRow() {
    JsonArray rows =
        (JsonArray) JsonValue.parse("[{\"a\":1,\"b\":2},{\"b\":3,\"a\":4},{\"c\":5,\"b\":6}]");
    assertThat(rows.values())
        .extracting(row -> ((JsonObject) row).get("b"))
        .containsExactly(new JsonNumber("2"), new JsonNumber("3"), new JsonNumber("6"));
    assertThat(((JsonObject) rows.values().get(2)).get("a")).isNull();
  }

  @Test
  void halfASurrogatePairInANameDoesNotBecomeAQuestionMark() {
    JsonArray rows =
        (JsonArray) JsonValue.parse("[{\"\\ud800\":1,\"?\":2},{\"?\":3},{\"\\ud800\":4}]");
    assertThat(rows.values())
        .extracting(row -> ((JsonObject) row).names())
        .containsExactly(List.of("\ud800", "?"), List.of("?"), List.of("\ud800"));
  }

  @Test
  void namesThatDifferInEachRowAreRead() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 100; i++) {
      json.append(i == 0 ? "{" : ",{");
      for (int k = 0; k < 30; k++) {
        json.append("\"n").append(i * 10 + k).append("\":").append(k).append(',');
      }
      json.append("\"last\":").append(i).append('}');
    }
    String text = json.append(']').toString();
    assertThat(JsonValue.parse(text)).hasToString(text);
  }

  @Test
  void anyNumberOfDifferentNamesIsRead() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 50_000; i++) {
      json.append(i == 0 ? "" : ",").append("\"n").append(i).append("\":").append(i);
    }
    JsonObject object = (JsonObject) JsonValue.parse(json.append('}').toString());
    assertThat(object.size()).isEqualTo(50_000);
    assertThat(object.get("n49999")).isEqualTo(new JsonNumber("49999"));
  }

  @Test
  void aParsedNumberEqualsTheSameNumberCreatedFromText() {
    JsonValue read = JsonValue.parse("42");
    assertThat(read).isEqualTo(new JsonNumber("42")).hasSameHashCodeAs(new JsonNumber("42"));
    assertThat(read).isNotEqualTo(new JsonNumber("42.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "<html>", "{", "[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1",
            "{\"a\":1,}",
        "{a:1}", "'a'", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "01", "-", "1.", ".5",
            "1e",
        "+1", "NaN", "tru", "nul", "truex", "1 2", "[1}", "{\"a\" 1}"
      })
  void textThatIsNotJsonIsRejected(String text) {
    assertThatThrownBy(() -> JsonValue.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: ");
  }

  @Test
  void deepNestingIsRejectedBeforeTheStackOverflows() {
    assertThat(JsonValue.parse("[".repeat(255) + "]".repeat(255))).isNotNull();
    assertThatThrownBy(() -> JsonValue.parse("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: ");
    assertThatThrownBy(() -> JsonValue.parse("{\"a\":".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: ");
  }

  @Test
  void anyInputIsEitherReadOrRejected() {
    int inputs = Sample.size(200_000, 10_000);
    Random random = new Random(4711 + Sample.seed());
    byte[] rows = ROWS.getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < inputs; i++) {
      byte[] bytes = rows.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        JsonValue read = JsonValue.parse(bytes);
        assertThat(JsonValue.parse(Objects.toString(read))).isEqualTo(read);
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    System.out.printf("json: %d mutated answers, %d refused, the others read%n", inputs, refused);
    assertThat(refused).isBetween(1, inputs - 1);
  }
}
