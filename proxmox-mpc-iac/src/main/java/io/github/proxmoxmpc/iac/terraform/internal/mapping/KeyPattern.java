package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Selects configuration keys with the same meaning: one key, a numbered series of keys, or a subset
 * of either.
 *
 * @param label its name in messages, such as {@code net[n]}
 * @param member tests a key of a resource
 */
public record KeyPattern(String label, BiPredicate<ResourceView, String> member) {

  /** Creates a pattern that matches one key. */
  public static KeyPattern of(String key) {
    return new KeyPattern(key, (view, candidate) -> candidate.equals(key));
  }

  /** Creates a pattern that matches {@code name0}, {@code name1}, and so on. */
  public static KeyPattern numbered(String name) {
    Pattern numbered = Pattern.compile(name + "\\d+");
    return new KeyPattern(name + "[n]", (view, key) -> numbered.matcher(key).matches());
  }

  /** Returns a pattern that also requires a condition. */
  public KeyPattern where(String label, BiPredicate<ResourceView, String> condition) {
    return new KeyPattern(label, member.and(condition));
  }

  /**
   * Returns whether it names a fact about the resource instead of a key; see {@link ResourceView}.
   */
  public boolean isFact() {
    return label.startsWith("@");
  }

  /**
   * Returns the matching keys of a resource. {@link ResourceView#keys(KeyPattern)} caches the
   * result.
   */
  public List<String> matchingKeys(ResourceView view) {
    return view.keys().stream().filter(key -> member.test(view, key)).toList();
  }

  /** Returns whether a key of a resource matches. */
  public boolean matches(ResourceView view, String key) {
    return member.test(view, key);
  }
}
