package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.file.ConfigurationVectors.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every line that people have in their configurations becomes a typed value and comes back. */
class ConfigurationCorpusTest {
  private static final List<String> FAMILIES =
      List.of(
          "vms",
          "containers",
          "storages",
          "access",
          "firewalls",
          "networks",
          "sdn",
          "ha",
          "options-and-jobs");

  @Test
  void everyLinePrintsAsItWasReadAndHasATypedValue() {
    int files = 0;
    int lines = 0;
    List<String> wrong = new ArrayList<>();
    LineTypes types = new LineTypes();
    for (String family : FAMILIES) {
      for (Vector vector : ConfigurationVectors.of(family)) {
        ConfigurationFile file = types.parse(family, vector);
        files++;
        lines += file.lines().size();
        if (!file.text().equals(vector.text())) {
          wrong.add(vector.name() + " prints differently");
        }
        assertThat(file.lines()).hasSize((int) vector.text().lines().count());
        types.read(vector.name(), file);
      }
    }
    print(files, lines, types);
    assertThat(wrong).isEmpty();
    assertThat(types.surprises()).isEmpty();
  }

  private static void print(int files, int lines, LineTypes types) {
    System.out.println(
        "configurations: "
            + files
            + " files, "
            + lines
            + " lines, "
            + types.typed()
            + " typed values of which the property strings have "
            + types.typedParts()
            + " typed keys, "
            + types.structural()
            + " headings, blanks and comments, lines that fell back: "
            + types.fallbacks().values().stream().mapToInt(List::size).sum());
    Map<String, List<String>> sorted = new TreeMap<>(types.fallbacks());
    sorted.forEach(
        (reason, where) -> System.out.println("  " + where.size() + " " + reason + ": " + where));
  }
}
