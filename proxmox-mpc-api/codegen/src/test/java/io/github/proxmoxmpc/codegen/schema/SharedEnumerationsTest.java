package io.github.proxmoxmpc.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema.SharedEnumeration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedEnumerationsTest {
  private static final String SCHEMA =
      """
      {
        "release": "9.2",
        "releases": ["9.2"],
        "operations": {
          "PUT /house/{id}": {
            "parameters": {
              "colour": {"type": "string", "enum": ["red", "blue"]},
              "size": {"type": "string", "enum": ["red", "blue"]}
            },
            "returns": {"type": "null"}
          },
          "GET /car": {
            "parameters": {"colour": {"type": "string"}},
            "returns": {
              "type": "array",
              "items": {"properties": {"colour": {"type": "string", "enum": ["red"]}}}
            }
          }
        },
        "gone": {}
      }
      """;

  private static final String COLOUR = row("Colour", "\"red\", \"blue\", \"green\"", "");

  @Test
  void aFieldGetsTheTypeIfTheRowHasItsNameAndItsValues() {
    SharedEnumeration colour =
        new SharedEnumeration("Colour", "A colour", List.of("red", "blue", "green"));

    assertThat(parameter(COLOUR, 0, "colour").sharedEnumeration()).isEqualTo(colour);
    assertThat(resultColour(COLOUR).sharedEnumeration()).isEqualTo(colour);
    assertThat(resultColour(COLOUR).values()).containsExactly("red");
  }

  @Test
  void aFieldWithAnotherNameOrWithoutValuesKeepsItsType() {
    assertThat(parameter(COLOUR, 0, "size").sharedEnumeration()).isNull();
    assertThat(parameter(COLOUR, 1, "colour").sharedEnumeration()).isNull();
  }

  @Test
  void aFieldWithMoreValuesThanTheRowKeepsItsType() {
    String red = row("Red", "\"red\"", "");

    assertThat(parameter(red, 0, "colour").sharedEnumeration()).isNull();
    assertThat(resultColour(red).sharedEnumeration())
        .extracting(SharedEnumeration::type)
        .isEqualTo("Red");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'\"/house\"'; true; false",
        "'\"/car\"'; false; true",
        "'\"/tree\", \"/house\", \"/car\"'; true; true"
      })
  void aRowAppliesUnderEachOfItsPaths(String under, boolean toHouses, boolean toCars) {
    String row = row("Colour", "\"red\", \"blue\"", "\"under\": [" + under + "],");

    assertThat(parameter(row, 0, "colour").sharedEnumeration() != null).isEqualTo(toHouses);
    assertThat(resultColour(row).sharedEnumeration() != null).isEqualTo(toCars);
  }

  @Test
  void theFirstOfSeveralFittingRowsCounts() {
    String rows = row("Red", "\"red\"", "") + ", " + COLOUR;

    assertThat(resultColour(rows).sharedEnumeration())
        .extracting(SharedEnumeration::type)
        .isEqualTo("Red");
  }

  @Test
  void aRowThatIsNeverUsedIsRefusedByName() {
    String shadowed = row("Shadowed", "\"red\"", "\"under\": [\"/car\"],");

    assertThatThrownBy(() -> read(row("Shade", "\"grey\"", ""), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"enumerations\"")
        .hasMessageContaining("[Shade]");
    assertThatThrownBy(() -> read(COLOUR + ", " + shadowed, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[Shadowed]");
  }

  private static TypeSchema parameter(String rows, int operation, String name) {
    return Objects.requireNonNull(read(rows, operation).parameters().get(name));
  }

  private static TypeSchema resultColour(String rows) {
    return Objects.requireNonNull(read(rows, 1).returns().items().properties().get("colour"));
  }

  private static Operation read(String rows, int operation) {
    return ApiSchema.read(SCHEMA, "{\"enumerations\": [" + rows + "]}").operations().get(operation);
  }

  private static String row(String type, String values, String under) {
    return """
        {"type": "%s", "meaning": "A colour", %s "fields": ["colour"], "values": [%s]}"""
        .formatted(type, under, values);
  }
}
