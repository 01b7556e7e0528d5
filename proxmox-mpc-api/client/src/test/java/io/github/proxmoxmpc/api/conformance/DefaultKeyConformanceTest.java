package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.guest.config.ConfigChange;
import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every option of a guest whose format has a default key, as the schema file and the overrides say:
 * its value bare or by its name, alone, before another key or behind it, is no difference of two
 * configurations.
 */
class DefaultKeyConformanceTest {
  private static final Path OVERRIDES = Path.of("../schema/overrides.json");

  private final List<String> faults = new ArrayList<>();
  private int options;
  private int pairs;

  @Test
  void aBareValueEqualsTheValueOfTheDefaultKey() throws Exception {
    check(
        "GET /nodes/{node}/qemu/{vmid}/config",
        (before, after) ->
            VmConfig.of(GuestFile.vm(before)).changesTo(VmConfig.of(GuestFile.vm(after))));
    check(
        "GET /nodes/{node}/lxc/{vmid}/config",
        (before, after) ->
            ContainerConfig.of(GuestFile.container(before))
                .changesTo(ContainerConfig.of(GuestFile.container(after))));

    System.out.printf(
        "default keys: %d options of guests, %d pairs of spellings, told apart %d%n",
        options, pairs, faults.size());
    assertThat(faults).isEmpty();
    assertThat(options).isGreaterThan(25);
  }

  private interface Comparison {
    ConfigChange changes(String before, String after);
  }

  private void check(String title, Comparison comparison) throws IOException {
    Map<String, Facts> formats = namedFormats();
    Operation operation =
        SchemaFile.operations().stream()
            .filter(each -> each.title().equals(title))
            .findFirst()
            .orElseThrow();
    operation
        .returns()
        .properties()
        .forEach(
            (option, facts) -> {
              Facts format = formats.getOrDefault(facts.text("format"), facts);
              Map<String, Facts> keys = new LinkedHashMap<>(format.properties());
              keys.putAll(format.keys());
              keys.entrySet().stream()
                  .filter(key -> key.getValue().has("default_key"))
                  .findFirst()
                  .ifPresent(key -> check(option, key.getKey(), keys, comparison));
            });
  }

  /** The formats of which the schema file holds but the names. */
  private static Map<String, Facts> namedFormats() throws IOException {
    Map<String, Facts> formats = new LinkedHashMap<>();
    Map<String, ?> section = SchemaFile.object(SchemaFile.read(OVERRIDES).get("formats"));
    for (Object row : SchemaFile.list(section.get("definitions"))) {
      Facts facts = new Facts(SchemaFile.object(row));
      formats.put(facts.text("name"), facts);
    }
    return formats;
  }

  private void check(String option, String key, Map<String, Facts> keys, Comparison comparison) {
    options++;
    String line = option.replace("[n]", "0") + ": ";
    String bare = example(keys.get(key));
    String named = key + "=" + bare;
    List<String> spellings = new ArrayList<>(List.of(bare, named));
    keys.keySet().stream()
        .filter(other -> !other.equals(key) && !keys.get(other).has("alias"))
        .filter(other -> !keys.get(other).has("keyAlias"))
        .findFirst()
        .map(other -> other + "=" + example(keys.get(other)))
        .ifPresent(
            other ->
                compareAll(
                    line,
                    List.of(
                        bare + "," + other,
                        other + "," + bare,
                        named + "," + other,
                        other + "," + named),
                    comparison));
    compareAll(line, spellings, comparison);
  }

  private void compareAll(String line, List<String> spellings, Comparison comparison) {
    for (String before : spellings) {
      for (String after : spellings) {
        if (!before.equals(after)) {
          pairs++;
          ConfigChange change = comparison.changes(line + before + "\n", line + after + "\n");
          if (!change.isEmpty()) {
            faults.add(line + before + " | " + after);
          }
        }
      }
    }
  }

  private static String example(Facts key) {
    if (key.type().equals("boolean")) {
      return "1";
    }
    boolean isVolume = key.text("format").startsWith("pve-volume-id");
    return isVolume ? "lvm:vm-100-disk-0" : key.values().stream().findFirst().orElse("12");
  }
}
