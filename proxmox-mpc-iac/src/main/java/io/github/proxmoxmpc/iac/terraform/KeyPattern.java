package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Selects configuration keys with the same meaning: one key, a numbered series of keys, or a subset
 * of either.
 *
 * @param label its name in messages, such as {@code net[n]}
 * @param member tests a key of a guest
 */
record KeyPattern(String label, BiPredicate<GuestView, String> member) {

  /** Creates a pattern that matches one key. */
  static KeyPattern of(String key) {
    return new KeyPattern(key, (guest, candidate) -> candidate.equals(key));
  }

  /** Creates a pattern that matches {@code name0}, {@code name1}, and so on. */
  static KeyPattern numbered(String name) {
    Pattern numbered = Pattern.compile(name + "\\d+");
    return new KeyPattern(name + "[n]", (guest, key) -> numbered.matcher(key).matches());
  }

  /** Returns a pattern that also requires a condition. */
  KeyPattern where(String label, BiPredicate<GuestView, String> condition) {
    return new KeyPattern(label, member.and(condition));
  }

  /** Returns whether it names a fact about the guest instead of a key; see {@link GuestView}. */
  boolean isFact() {
    return label.startsWith("@");
  }

  /** Returns the matching keys of a guest. {@link GuestView#keys(KeyPattern)} caches the result. */
  List<String> matchingKeys(GuestView guest) {
    return guest.keys().stream().filter(key -> member.test(guest, key)).toList();
  }

  /** Returns whether a key of a guest matches. */
  boolean matches(GuestView guest, String key) {
    return member.test(guest, key);
  }
}
