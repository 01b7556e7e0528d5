package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.rest.ReleaseProbe.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both sides of every border between releases, as {@code releases.txt} has them: a table that was
 * made apart from the schema file.
 */
class ReleaseBordersTest {
  /** A line of the table: an operation, or a part of one. */
  private record Row(String title, @Nullable String part, String first, @Nullable String last) {}

  @ParameterizedTest
  @ValueSource(strings = {"7.4", "8.3", "9.2"})
  void eachSideOfEachBorderIsSentOrRefusedAsTheTableSays(String release) throws Exception {
    try (ReleaseProbe probe = new ReleaseProbe(release)) {
      boolean held = false;
      for (Row row : table()) {
        Place place = Objects.requireNonNull(probe.places().get(row.title()), row.title());
        boolean had = probe.isWithin(row.first(), row.last());
        if (row.part() == null) {
          held = had;
          probe.send("operations", place, had);
        } else {
          check(probe, place, row.part(), held && had);
        }
      }
      System.out.printf("borders of release %s: %s%n", release, probe.counts());
      assertThat(probe.faults()).isEmpty();
    }
  }

  private static void check(ReleaseProbe probe, Place place, String part, boolean expected) {
    String[] keyed = part.split(" \\. ", 2);
    String[] valued = part.split(" = ", 2);
    if (keyed.length == 2) {
      probe.send("keys", place, keyed[0], keyed[1] + "=some", expected);
    } else if (valued.length == 2) {
      probe.send("values", place, valued[0], valued[1], expected);
    } else {
      probe.send("parameters", place, part, "some", expected);
    }
  }

  @Test
  void theTableIsWholeAndThePathTreeHasNothingElse() throws Exception {
    try (ReleaseProbe probe = new ReleaseProbe("9.2")) {
      List<String> titles =
          table().stream().filter(row -> row.part() == null).map(Row::title).toList();
      assertThat(titles).containsExactlyInAnyOrderElementsOf(probe.places().keySet());
      assertThat(titles).hasSize(675 + 18);
    }
  }

  private static List<Row> table() throws IOException {
    List<Row> rows = new ArrayList<>();
    String title = "";
    for (String line : lines()) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split(" ", 3);
      boolean isPart = line.startsWith(" ");
      title = isPart ? title : words[2];
      String last = words[1].equals("-") ? null : words[1];
      rows.add(new Row(title, isPart ? words[2] : null, words[0], last));
    }
    return rows;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = ReleaseBordersTest.class.getResourceAsStream("/releases.txt")) {
      byte[] all = Objects.requireNonNull(in, "releases.txt").readAllBytes();
      return new String(all, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
