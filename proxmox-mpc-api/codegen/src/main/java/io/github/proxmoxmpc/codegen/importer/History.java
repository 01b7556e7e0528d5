package io.github.proxmoxmpc.codegen.importer;

import io.github.proxmoxmpc.codegen.schema.ElementKey;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records the first and, for removed elements, the last release of each of the {@link Elements}.
 *
 * <p>In the file, an element has a {@code since} only if it is newer than the element that contains
 * it. A removed element is under {@code gone} with its last facts, which include the elements that
 * were removed with it. If a string becomes an enumeration, its values are as old as the string.
 */
final class History {
  private final List<String> releases;
  private final Map<String, Known> known;
  private final Map<String, @Nullable Object> gone;
  private final @Nullable String newest;

  /** An element of the newest known release, its first release, and the key of its holder. */
  private record Known(String since, String holder, Map<String, @Nullable Object> facts) {}

  private History(
      List<String> releases, Map<String, Known> known, Map<String, @Nullable Object> gone) {
    this.releases = releases;
    this.known = known;
    this.gone = gone;
    this.newest = releases.isEmpty() ? null : releases.get(releases.size() - 1);
  }

  /** Reads the history that a schema file contains. */
  static History of(Map<String, @Nullable Object> schema) {
    List<String> releases = new ArrayList<>();
    Json.list(schema.get("releases")).forEach(release -> releases.add(String.valueOf(release)));
    Map<String, Known> known = new TreeMap<>();
    Elements.visitAll(
        Json.object(schema.get("operations")),
        (key, holder, facts) -> {
          Known above = known.get(holder);
          Object since = facts.getOrDefault(Elements.SINCE, above == null ? "" : above.since());
          known.put(key, new Known(String.valueOf(since), holder, facts));
        });
    return new History(releases, known, new TreeMap<>(Json.object(schema.get("gone"))));
  }

  /** Adds the operations of a release: sets {@code since} of each element, finds removed ones. */
  void enter(String release, Map<String, @Nullable Object> operations) {
    if (!releases.contains(release)) {
      releases.add(release);
    }
    Renames renames = Renames.between(known.keySet(), operations.keySet());
    Map<String, Known> before = new TreeMap<>();
    known.forEach((key, element) -> before.put(renames.today(key), element));
    Map<String, @Nullable Object> wentBefore = new TreeMap<>(gone);
    gone.clear();
    wentBefore.forEach((key, row) -> gone.put(renames.today(key), row));
    Map<String, String> seen = new LinkedHashMap<>();
    Elements.visitAll(
        operations,
        (key, holder, facts) -> {
          Known element = before.getOrDefault(key, textBefore(key, before.get(holder)));
          String from = element == null ? release : element.since();
          seen.put(key, from);
          gone.remove(key);
          if (!from.equals(seen.get(holder))) {
            facts.put(Elements.SINCE, from);
          }
        });
    before.forEach(
        (key, element) -> {
          boolean isHolderPresent =
              element.holder().isEmpty() || seen.containsKey(renames.today(element.holder()));
          if (!seen.containsKey(key) && isHolderPresent && newest != null) {
            Map<String, @Nullable Object> facts = new TreeMap<>(element.facts());
            facts.put(Elements.SINCE, element.since());
            facts.put("until", newest);
            gone.put(key, facts);
          }
        });
  }

  /**
   * Returns the holder of a value if it was a plain string before, which took the value, too; null
   * otherwise.
   */
  private static @Nullable Known textBefore(String key, @Nullable Known holder) {
    if (holder == null || ElementKey.parse(key).value() == null) {
      return null;
    }
    TypeSchema schema = new TypeSchema(TypeSchema.listed(holder.facts()));
    return schema.values().isEmpty() && schema.type().equals("string") ? holder : null;
  }

  List<String> releases() {
    return releases;
  }

  Map<String, @Nullable Object> gone() {
    return gone;
  }
}
