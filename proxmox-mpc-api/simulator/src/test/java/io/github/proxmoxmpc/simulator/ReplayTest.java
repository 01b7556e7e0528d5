package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Replays a conversation that was recorded on Proxmox VE 9.2.11, beginning with an empty node. A
 * response agrees if status, reason phrase, connection headers, names of the errors and shape of
 * the data are the recorded ones.
 */
class ReplayTest {
  /** The number of responses that agree. It must only become larger. */
  private static final int AGREEING = 379;

  /** The reasons of the differences by number. */
  private static final Map<Integer, String> REASONS =
      RecordedExchange.lines("/replay/differences.txt")
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(row -> Integer.valueOf(row[0]), row -> row[1]));

  private static final Pattern GUEST_ID =
      Pattern.compile("(?<!\\d|[$%]\\{|\"status\":)(?:30[0-4]|310|40[0-3]|399)(?!\\d)");

  @Test
  void theSimulatorAnswersAsTheServerDid() throws IOException {
    Map<RecordedExchange, String> differences = differences(UnaryOperator.identity());
    List<String> lines =
        differences.entrySet().stream()
            .map(
                one ->
                    one.getKey()
                        + ": "
                        + one.getValue()
                        + " ("
                        + REASONS.get(one.getKey().number())
                        + ")")
            .toList();
    Files.write(Path.of("target/replay.txt"), lines);
    System.out.println("replay: " + (440 - lines.size()) + " of 440 responses agree");
    assertThat(REASONS.keySet())
        .as("numbers in replay/differences.txt")
        .containsAll(differences.keySet().stream().map(RecordedExchange::number).toList());
    assertThat(440 - lines.size())
        .as("responses that agree; target/replay.txt has the differences")
        .isGreaterThanOrEqualTo(AGREEING);
  }

  @Test
  void otherIdsAndNamesAnswerTheSame() {
    Map<RecordedExchange, String> differences = differences(ReplayTest::renamed);
    List<Integer> known =
        differences(UnaryOperator.identity()).keySet().stream()
            .map(RecordedExchange::number)
            .toList();
    differences.keySet().removeIf(exchange -> known.contains(exchange.number()));
    assertThat(differences).isEmpty();
  }

  private static String renamed(String line) {
    String names = line.replace("cap", "qed").replace("Cap", "Qed").replace("\"qed\":", "\"cap\":");
    int path = names.indexOf("\"path\"");
    return names.substring(0, path)
        + GUEST_ID
            .matcher(names.substring(path))
            .replaceAll(id -> String.valueOf(Integer.parseInt(id.group()) + 4000));
  }

  private static Map<RecordedExchange, String> differences(UnaryOperator<String> renaming) {
    Replay replay = new Replay(emptyNode());
    Map<RecordedExchange, String> differences =
        new TreeMap<>(java.util.Comparator.comparingInt(RecordedExchange::number));
    for (RecordedExchange exchange : RecordedExchange.conversation(renaming)) {
      String difference = replay.send(exchange);
      if (difference != null) {
        differences.put(exchange, difference);
      }
    }
    return differences;
  }

  private static Estate emptyNode() {
    return Estate.builder()
        .node("pve")
        .storage(
            "local",
            Map.of("type", "dir", "path", "/var/lib/vz", "content", "iso,vztmpl,backup,import"))
        .storage(
            "local-vm",
            Map.of("type", "dir", "path", "/var/lib/vz-vm", "content", "images,rootdir,snippets"))
        .volume("local:iso/tiny.iso", 102_400)
        .volume("local:vztmpl/debian-12-tiny_1_amd64.tar.gz", 100_000)
        .build();
  }
}
