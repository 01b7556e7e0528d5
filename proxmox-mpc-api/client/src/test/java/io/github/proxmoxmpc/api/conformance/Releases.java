package io.github.proxmoxmpc.api.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The releases that the facts are about.
 *
 * @param all of them, the oldest first
 */
record Releases(List<String> all) {
  static Releases read() throws IOException {
    List<?> all =
        SchemaFile.list(SchemaFile.read(Path.of("../schema/pve-api.json")).get("releases"));
    return new Releases(all.stream().map(String::valueOf).toList());
  }

  /** The release after the last one that has something; null where the newest has it. */
  @Nullable String after(@Nullable String last) {
    return last == null ? null : all.get(all.indexOf(last) + 1);
  }
}
