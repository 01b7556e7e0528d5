package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code operations/unanswered.txt} has the operations that the simulator does not answer, and why.
 * A {@code *} in an operation represents any text.
 */
class UnansweredOperationsTest {
  private static final Path GUIDE = Path.of("../../docs/guide/simulator.md");

  /** Operations that are neither answered nor listed. It must only become smaller. */
  private static final int NEITHER_ANSWERED_NOR_LISTED = 217;

  private final List<List<String>> listed = OperationCases.table("unanswered.txt");
  private final SortedSet<String> unanswered = unanswered();

  @Test
  void eachListedOperationIsUnanswered() {
    assertThat(listed)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(2);
              SortedSet<String> matches =
                  matches(row, OperationIndex.bundled().operations().keySet());
              assertThat(matches).as(row.get(0)).isNotEmpty();
              assertThat(unanswered).containsAll(matches);
            });
  }

  @Test
  void eachUnansweredOperationIsListed() {
    SortedSet<String> rest = new TreeSet<>(unanswered);
    listed.forEach(row -> rest.removeAll(matches(row, unanswered)));
    System.out.println(
        unanswered.size() + " operations are not answered, " + rest.size() + " without a reason");
    assertThat(rest).hasSizeLessThanOrEqualTo(NEITHER_ANSWERED_NOR_LISTED);
  }

  @Test
  void theGuideHasTheSameList() throws IOException {
    String guide = Files.readString(GUIDE);
    StringBuilder table = new StringBuilder("| Operation | Reason |\n|---|---|\n");
    listed.forEach(row -> table.append("| `" + row.get(0) + "` | " + row.get(1) + " |\n"));
    assertThat(guide).contains(table);
  }

  private static SortedSet<String> matches(List<String> row, Iterable<String> operations) {
    Pattern pattern = Pattern.compile(Pattern.quote(row.get(0)).replace("*", "\\E.*\\Q"));
    SortedSet<String> matches = new TreeSet<>();
    for (String operation : operations) {
      if (pattern.matcher(operation).matches()) {
        matches.add(operation);
      }
    }
    return matches;
  }

  private static SortedSet<String> unanswered() {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(Estate.builder().build())) {
      SortedSet<String> all = new TreeSet<>(OperationIndex.bundled().operations().keySet());
      all.removeAll(pve.operations());
      return all;
    }
  }
}
