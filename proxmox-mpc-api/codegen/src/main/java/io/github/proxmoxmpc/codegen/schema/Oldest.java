package io.github.proxmoxmpc.codegen.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The oldest release of the schema file. Since when there is what it has, nobody has looked up: it
 * stands for "then or before", which is no fact to tell.
 */
final class Oldest {
  private static final String SINCE = "since";

  private Oldest() {}

  /** Takes it away wherever something is said to be there since that release. */
  static void forget(Map<String, @Nullable Object> schema) {
    List<@Nullable Object> releases = Json.list(schema.get("releases"));
    if (!releases.isEmpty()) {
      forget(schema, String.valueOf(releases.get(0)));
    }
  }

  private static void forget(@Nullable Object value, String oldest) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> facts = Json.object(value);
      // A parameter may have that name too, and is no text.
      facts.remove(SINCE, oldest);
      facts.values().forEach(each -> forget(each, oldest));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> forget(each, oldest));
    }
  }
}
