package io.github.proxmoxmpc.simulator.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FormatChecksTest {
  @Test
  void eachNamedFormatOfTheSchemaIsChecked() {
    SortedSet<String> names = new TreeSet<>();
    JsonCodec.object(BundledSchemaFile.read("pve-api.json").get("operations"))
        .values()
        .forEach(facts -> collect(JsonCodec.object(facts).get("parameters"), names));
    names.removeIf(name -> FormatChecks.isChecked(name) || !NamedFormats.parts(name).isEmpty());
    assertThat(names)
        .containsExactlyInAnyOrder(
            // Checked where the addresses are compared with aliases and sets.
            "pve-fw-addr-spec",
            // Needs the server's /etc/protocols.
            "pve-fw-protocol-spec",
            // Checked by the handlers, which know the calendar.
            "pve-calendar-event",
            // Formats of the part of SDN that is written in Rust; their texts are not known.
            "FullRangeCIDR",
            "pve-sdn-fabric-wireguard-interface",
            "pve-sdn-prefix-list-id",
            "pve-sdn-route-map-id");
  }

  private static void collect(@Nullable Object value, SortedSet<String> names) {
    JsonCodec.array(value).forEach(item -> collect(item, names));
    for (Map.Entry<String, @Nullable Object> field : JsonCodec.object(value).entrySet()) {
      if (field.getKey().equals("format") && field.getValue() instanceof String name) {
        names.add(name);
      } else {
        collect(field.getValue(), names);
      }
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/formats.csv", delimiter = '|')
  void aValueIsValidOrRefusedInTheServersWords(
      String format, String value, @Nullable String complaint) {
    assertThat(FormatChecks.complaint(format, value))
        .isEqualTo(complaint == null ? null : complaint + "\n");
  }
}
