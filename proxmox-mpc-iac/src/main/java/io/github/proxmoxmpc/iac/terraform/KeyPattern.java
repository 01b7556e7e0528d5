package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Keys that mean the same: one key, or numbered ones, or those of them that some condition picks.
 *
 * @param label how the table calls it, such as {@code net[n]}
 * @param member whether a key of a guest belongs to it
 */
record KeyPattern(String label, BiPredicate<GuestView, String> member) {

  /** One key. */
  static KeyPattern of(String key) {
    return new KeyPattern(key, (guest, candidate) -> candidate.equals(key));
  }

  /** {@code name0}, {@code name1}, ... */
  static KeyPattern numbered(String name) {
    Pattern numbered = Pattern.compile(name + "\\d+");
    return new KeyPattern(name + "[n]", (guest, key) -> numbered.matcher(key).matches());
  }

  /** Those keys of this family that a condition picks. */
  KeyPattern that(String label, BiPredicate<GuestView, String> condition) {
    return new KeyPattern(label, member.and(condition));
  }

  /** A fact that is no key of the configuration; see {@link GuestView}. */
  boolean isFact() {
    return label.startsWith("@");
  }

  /**
   * Goes through the keys of a guest; {@link GuestView#keys(KeyPattern)} remembers what is found.
   */
  List<String> pick(GuestView guest) {
    return guest.keys().stream().filter(key -> member.test(guest, key)).toList();
  }

  /** Whether a key of a guest belongs to it. */
  boolean holds(GuestView guest, String key) {
    return member.test(guest, key);
  }
}
