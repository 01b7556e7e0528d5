package io.github.proxmoxmpc.site;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations in the schema file.
 *
 * @param titles method and path of every operation
 * @param goneIn the removed operations, with the first release that lacks each
 */
record SchemaFile(Set<String> titles, Map<String, String> goneIn) {

  /** Reads the file that the simulator bundles. */
  static SchemaFile read() {
    Map<?, ?> file = json("/io/github/proxmoxmpc/simulator/schema/pve-api.json");
    List<?> known = (List<?>) Objects.requireNonNull(file.get("releases"));
    Map<String, String> goneIn = new TreeMap<>();
    map(file.get("gone"))
        .forEach(
            (title, releases) -> {
              if (!title.contains("?")) {
                int last = known.indexOf(map(releases).get("until"));
                goneIn.put(title, String.valueOf(known.get(last + 1)));
              }
            });
    return new SchemaFile(map(file.get("operations")).keySet(), goneIn);
  }

  private static Map<?, ?> json(String name) {
    try (InputStream file = SchemaFile.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      Object json =
          new Moshi.Builder()
              .build()
              .adapter(Object.class)
              .fromJson(new String(bytes, StandardCharsets.UTF_8));
      return map(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> map(@Nullable Object json) {
    Map<String, Object> map = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(json))
        .forEach((name, value) -> map.put(String.valueOf(name), value));
    return map;
  }
}
