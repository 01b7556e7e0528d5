package io.github.proxmoxmpc.api.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code releases.txt}, a table that was created independently of the schema file. */
final class ReleaseTable {
  private final Releases releases;
  private final Map<Part, PartAvailability> parts = new LinkedHashMap<>();

  private ReleaseTable(Releases releases) {
    this.releases = releases;
  }

  /** Each operation, and each part of one that came or went at another time. */
  static Map<Part, PartAvailability> read() throws IOException {
    ReleaseTable table = new ReleaseTable(Releases.read());
    String operation = "";
    for (String line : Files.readAllLines(Path.of("src/test/resources/releases.txt"))) {
      String[] words = line.strip().split(" ", 3);
      if (line.startsWith(" ")) {
        Part part = Part.parse(operation, words[2]);
        table.add(part, table.around(part), words);
      } else if (!line.startsWith("#")) {
        operation = words[2];
        table.add(Part.of(operation), null, words);
      }
    }
    return table.parts;
  }

  private void add(Part part, @Nullable PartAvailability holder, String[] words) {
    String goneIn = words[1].equals("-") ? null : releases.after(words[1]);
    parts.put(part, new PartAvailability(part, holder, words[0], goneIn));
  }

  /** The lifetime of what holds a part: the next that has a line of its own, which stands above. */
  private PartAvailability around(Part part) {
    Part holder = part.holder();
    PartAvailability lifetime = parts.get(holder);
    return lifetime == null ? around(holder) : lifetime;
  }
}
