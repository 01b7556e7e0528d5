package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.identifier.Release;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both sides of every border between releases: each operation and each part of one is sent to a
 * server of a release, or refused, as two sources say that know nothing of each other.
 */
class ReleaseBordersTest {
  private static Map<Part, Lifetime> schema;
  private static Map<Part, Lifetime> table;

  @BeforeAll
  static void read() throws Exception {
    schema = SchemaReleases.read();
    table = ReleaseTable.read();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.4", "8.3", "9.2"})
  void whatTheReleaseLacksIsRefusedAndAllElseIsSent(String text) throws Exception {
    Release release = Release.of(text);
    Set<Part> parts = new LinkedHashSet<>(schema.keySet());
    parts.addAll(table.keySet());
    Map<String, Integer> counts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    try (ReleaseProbe probe = new ReleaseProbe(release)) {
      for (Part part : parts) {
        String outcome = probe.sends(part) ? "sent" : "refused";
        counts.merge(part.kind() + " " + outcome, 1, Integer::sum);
        if (!outcome.equals(expected(schema, part, release, outcome))) {
          faults.add(part + " was " + outcome + ", which the schema file does not say");
        }
        if (!outcome.equals(expected(table, part, release, outcome))) {
          faults.add(part + " was " + outcome + ", which the table does not say");
        }
      }
    }
    System.out.printf("release %s: %s%n", release, counts);
    assertThat(faults).isEmpty();
    assertThat(counts)
        .containsKeys("operations sent", "parameters sent", "keys sent", "values sent")
        .containsKeys("operations refused", "parameters refused", "keys refused");
  }

  private static String expected(
      Map<Part, Lifetime> source, Part part, Release release, String unlessTold) {
    Lifetime lifetime = source.get(part);
    if (lifetime == null) {
      return unlessTold;
    }
    return lifetime.has(release) ? "sent" : "refused";
  }

  @Test
  void theTableIsWholeAndThePathTreeHasNothingElse() throws Exception {
    List<String> titles =
        table.keySet().stream()
            .filter(part -> part.parameter() == null)
            .map(Part::operation)
            .toList();
    try (ReleaseProbe probe = new ReleaseProbe(Release.of("9.2"))) {
      assertThat(titles).containsExactlyInAnyOrderElementsOf(probe.operations());
    }
    assertThat(titles).hasSize(675 + 18);
  }
}
