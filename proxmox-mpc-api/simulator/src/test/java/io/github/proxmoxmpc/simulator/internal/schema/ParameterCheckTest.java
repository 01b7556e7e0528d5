package io.github.proxmoxmpc.simulator.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ParameterCheckTest {
  private static final String UNKNOWN =
      "property is not defined in schema and the schema does not allow additional properties";
  private static final Map<String, Property> BY_TYPE =
      Property.all(
          JsonCodec.read(
              """
              {
                "type": {"type": "string", "optional": 1},
                "level": {
                  "type-property": "type",
                  "oneOf": [
                    {"type": "integer", "optional": 1, "instance-types": ["a"]},
                    {"type": "string", "enum": ["low"], "instance-types": ["b"]}
                  ]
                },
                "area": {"type": "string", "type-property": "type", "instance-types": ["a"]}
              }
              """));

  private static Map<String, String> errors(Map<String, Property> schema, String... parameters) {
    Map<String, @Nullable Object> given = new TreeMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    try {
      ParameterCheck.verify(schema, given);
      return Map.of();
    } catch (InvalidParametersException e) {
      return e.errors();
    }
  }

  @Test
  @Tag("R07")
  void aPropertyWithVariantsIsRequiredOnlyWhereItsVariantIs() {
    assertThat(errors(BY_TYPE, "type", "a", "area", "x")).isEmpty();
    assertThat(errors(BY_TYPE, "type", "b"))
        .containsExactly(entry("level", "property is missing and it is not optional"));
    assertThat(errors(BY_TYPE, "type", "c")).isEmpty();
    assertThat(errors(BY_TYPE, "type", "a"))
        .containsExactly(entry("area", "property is missing and it is not optional"));
  }

  @Test
  @Tag("R07")
  void aPropertyIsCheckedAgainstTheVariantOfItsType() {
    assertThat(errors(BY_TYPE, "type", "a", "area", "x", "level", "high"))
        .containsExactly(entry("level", "type check ('integer') failed - got 'high'"));
    assertThat(errors(BY_TYPE, "type", "b", "level", "low")).isEmpty();
    assertThat(errors(BY_TYPE, "type", "b", "level", "high")).containsOnlyKeys("level");
    assertThat(errors(BY_TYPE, "type", "c", "level", "low"))
        .containsExactly(entry("level", UNKNOWN));
    assertThat(errors(BY_TYPE, "area", "x", "level", "low"))
        .containsExactly(entry("level", UNKNOWN));
  }

  @Test
  void aSingleValueIsAListOfOne() {
    Map<String, Property> schema =
        Property.all(
            JsonCodec.read("{\"ids\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}}"));
    assertThat(ParameterCheck.verify(schema, Map.of("ids", "1")))
        .containsEntry("ids", List.of("1"));
    assertThat(errors(schema, "ids", "1,2"))
        .containsExactly(entry("ids[0]", "type check ('integer') failed - got '1,2'"));
    assertThat(errors(schema, "ids", "0"))
        .containsExactly(entry("ids", "type check ('array') failed"));
    assertThatThrownBy(() -> ParameterCheck.verify(schema, Map.of("ids", Map.of("a", 1L))))
        .isInstanceOf(InvalidParametersException.class);
  }

  @Test
  @Tag("R10")
  void thePartsOfAPropertyStringAreNamed() {
    Map<String, Property> schema =
        OperationIndex.bundled().operation("POST /nodes/{node}/qemu").parameters();
    assertThat(errors(schema, "node", "pve", "vmid", "100", "net0", "virtio,kitty=1,tag=9999"))
        .containsExactly(
            entry(
                "net0",
                "invalid format - format error\nnet0.kitty: "
                    + UNKNOWN
                    + "\nnet0.tag: value must have a maximum value of 4094\n"));
    assertThat(errors(schema, "node", "pve", "vmid", "100", "net0", "virtio,=1"))
        .containsExactly(
            entry("net0", "invalid format - missing key in comma-separated list property\n"));
    assertThat(errors(schema, "node", "pve", "vmid", "100", "force", "1"))
        .containsExactly(entry("archive", "missing property required by 'force'"));
  }

  @Test
  void contradictingRetentionIsRefused() {
    Map<String, Property> schema = OperationIndex.bundled().operation("POST /storage").parameters();
    String[] storage = {"storage", "backups", "type", "dir", "prune-backups", ""};
    storage[5] = "keep-all=1,keep-last=3";
    assertThat(errors(schema, storage))
        .containsExactly(
            entry(
                "prune-backups",
                "invalid format - keep-all cannot be set together with other options.\n"));
    storage[5] = "keep-all=1,keep-last=0";
    assertThat(errors(schema, storage)).isEmpty();
  }
}
