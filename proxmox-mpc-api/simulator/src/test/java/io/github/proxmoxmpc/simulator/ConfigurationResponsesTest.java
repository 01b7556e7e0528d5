package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator answers for a configuration file as the real server does. */
class ConfigurationResponsesTest {
  private record Example(String feature, String file, Map<String, Object> response) {}

  @ParameterizedTest
  @CsvSource({"vms,qemu,200", "containers,lxc,95"})
  void eachConfigurationIsReturnedAsByTheRealServer(String resource, String path, int count)
      throws IOException {
    List<Example> examples = examples(resource);
    Estate.Builder estate = Estate.builder().node("pve");
    for (int i = 0; i < examples.size(); i++) {
      int vmid = 1000 + i;
      if (path.equals("qemu")) {
        estate.vm("pve", vmid, examples.get(i).file());
      } else {
        estate.container("pve", vmid, examples.get(i).file());
      }
    }
    List<String> differences = new ArrayList<>();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate.build())) {
      ApiProbe api = ApiProbe.of(pve);
      for (int i = 0; i < examples.size(); i++) {
        Example example = examples.get(i);
        ApiProbe.Response response = api.get("/nodes/pve/" + path + "/" + (1000 + i) + "/config");
        if (!new TreeMap<>(response.object()).equals(example.response())) {
          differences.add(example.feature() + ": " + response.object());
        }
      }
    }
    System.out.println(
        resource
            + ": "
            + (examples.size() - differences.size())
            + " of "
            + examples.size()
            + " as the real server");
    assertThat(examples).hasSize(count);
    assertThat(differences).isEmpty();
  }

  private static List<Example> examples(String resource) throws IOException {
    String text;
    try (var in =
        ConfigurationResponsesTest.class.getResourceAsStream(
            "/configurations/" + resource + ".txt")) {
      text =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Example> examples = new ArrayList<>();
    String[] parts = text.split("(?m)^@@ ", -1);
    for (int i = 1; i < parts.length; i++) {
      StringBuilder file = new StringBuilder();
      Map<String, Object> response = new TreeMap<>();
      String[] lines = parts[i].split("\n", -1);
      for (int line = 1; line < lines.length; line++) {
        if (lines[line].startsWith("=> ")) {
          String[] keyAndValue = lines[line].substring(3).split(" ", 2);
          response.put(
              keyAndValue[0], java.util.Objects.requireNonNull(JsonCodec.read(keyAndValue[1])));
        } else {
          file.append(lines[line]).append('\n');
        }
      }
      // The empty lines between two examples belong to neither.
      String content = file.toString().stripTrailing() + "\n";
      examples.add(new Example(lines[0], content, response));
    }
    return examples;
  }
}
