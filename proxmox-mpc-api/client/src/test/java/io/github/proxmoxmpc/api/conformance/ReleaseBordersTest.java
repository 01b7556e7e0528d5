package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.value.ServerVersion;
import io.github.proxmoxmpc.fixtures.Sample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both sides of every border between releases: each operation and each part of one is sent to a
 * server of a release by a user's call, or refused, as two sources say that know nothing of each
 * other. A refusal names the part, and the release that it needs. The oldest release that is known
 * is the other side of every border.
 */
class ReleaseBordersTest {
  private static Map<Part, PartAvailability> schema;
  private static Map<Part, PartAvailability> table;

  @BeforeAll
  static void read() throws Exception {
    schema = SchemaReleases.read();
    table = ReleaseTable.read();
  }

  static List<String> releases() {
    return Sample.of(List.of("6.0", "7.4", "8.3", "9.2"), 2);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void itemsThatTheReleaseLacksAreRejectedAndAllOthersAreSent(String text) throws Exception {
    ServerVersion release = ServerVersion.of(text);
    Set<Part> parts = new LinkedHashSet<>(schema.keySet());
    parts.addAll(table.keySet());
    Map<String, Integer> counts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    try (ReleaseProbe probe = new ReleaseProbe(release)) {
      for (Part part : parts) {
        try {
          String refusal = probe.refusal(part);
          counts.merge(part.kind() + (refusal == null ? " sent" : " refused"), 1, Integer::sum);
          assertIsSaid("the schema file", schema.get(part), release, refusal);
          assertIsSaid("the table", table.get(part), release, refusal);
        } catch (AssertionError e) {
          faults.add(part + ": " + e.getMessage());
        }
      }
    }
    System.out.printf("release %s: %s%n", release, counts);
    assertThat(faults).isEmpty();
    assertThat(counts)
        .containsKeys("operations sent", "parameters sent", "keys sent", "values sent")
        .containsKeys("operations refused", "parameters refused", "keys refused", "values refused");
  }

  /** A source may say nothing of a part. */
  private static void assertIsSaid(
      String source,
      @Nullable PartAvailability lifetime,
      ServerVersion release,
      @Nullable String refusal) {
    if (lifetime != null) {
      assertThat(refusal == null ? "sent" : refusal)
          .as(source)
          .startsWith(Objects.requireNonNullElse(lifetime.refusal(release), "sent"));
    }
  }

  /**
   * The schemas of old servers were not read for values of keys, and hold no keys of named formats.
   */
  @Test
  void theTableHasEveryOperationWithTheReleasesOfItsParametersAndValues() {
    List<Part> wanted =
        schema.entrySet().stream()
            .filter(each -> each.getKey().kind().equals("operations") || each.getValue().isBorder())
            .filter(each -> each.getValue().part().key() == null)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(table.keySet().stream().filter(part -> part.key() == null))
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(schema).containsKeys(table.keySet().toArray(new Part[0]));
    assertThat(wanted.stream().filter(part -> part.kind().equals("operations"))).hasSize(678 + 18);
  }
}
