package io.github.proxmoxmpc.codegen.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The oldest release of the schema file. Its elements may be older than that release, so their
 * {@code since} is not a fact and must not appear in the generated code.
 */
final class Oldest {
  private static final String SINCE = "since";

  private Oldest() {}

  /** Removes each {@code since} that names the oldest release. */
  static void forget(Map<String, @Nullable Object> schema) {
    List<@Nullable Object> releases = Json.list(schema.get("releases"));
    if (!releases.isEmpty()) {
      forget(schema, String.valueOf(releases.get(0)));
    }
  }

  private static void forget(@Nullable Object value, String oldest) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> facts = Json.object(value);
      // Removes by value: a parameter may be called "since", too.
      facts.remove(SINCE, oldest);
      facts.values().forEach(each -> forget(each, oldest));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> forget(each, oldest));
    }
  }
}
