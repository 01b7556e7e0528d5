package io.github.proxmoxmpc.api.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code releases.txt} says: a table that was made apart from the schema file. */
final class ReleaseTable {
  private ReleaseTable() {}

  /** Each operation, and each part of one that came or went at another time. */
  static Map<Part, Lifetime> read() throws IOException {
    Map<Part, Lifetime> parts = new LinkedHashMap<>();
    Part operation = Part.of("");
    Lifetime lifetime = Lifetime.ALWAYS;
    for (String line : Files.readAllLines(Path.of("src/test/resources/releases.txt"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split(" ", 3);
      String last = words[1].equals("-") ? null : words[1];
      if (line.startsWith(" ")) {
        Part part = Part.parse(operation.operation(), words[2]);
        parts.put(part, lifetime.within(words[0], last));
      } else {
        operation = Part.of(words[2]);
        lifetime = Lifetime.ALWAYS.within(words[0], last);
        parts.put(operation, lifetime);
      }
    }
    return parts;
  }
}
