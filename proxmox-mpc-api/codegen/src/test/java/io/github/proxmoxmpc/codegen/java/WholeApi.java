package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The schema of this repository, and the sources generated from it, for tests of the whole API. */
final class WholeApi {
  private static final Path FOLDER = Path.of("../schema");

  static final ApiSchema SCHEMA = read();
  static final Map<String, String> SOURCES = Map.copyOf(ClientGenerator.generate(SCHEMA));

  private WholeApi() {}

  private static ApiSchema read() {
    try {
      return ApiSchema.read(
          Files.readString(FOLDER.resolve("pve-api.json")),
          Files.readString(FOLDER.resolve("overrides.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
