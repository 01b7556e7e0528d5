package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Reads the schema files that the build packs with the simulator. */
final class BundledSchemaFile {
  private static final String FOLDER = "/io/github/proxmoxmpc/simulator/schema/";

  private BundledSchemaFile() {}

  static Map<String, @Nullable Object> read(String name) {
    String resource = FOLDER + name;
    try (InputStream in = BundledSchemaFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find " + resource + " on the class path");
      }
      return JsonCodec.object(JsonCodec.read(Okio.buffer(Okio.source(in))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
