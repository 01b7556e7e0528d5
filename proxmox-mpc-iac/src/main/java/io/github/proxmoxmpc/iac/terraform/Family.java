package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * Keys that mean the same: one key, or numbered ones, or those of them that some condition picks.
 *
 * @param label how the table calls it, such as {@code net[n]}
 * @param member whether a key of a guest belongs to it
 */
record Family(String label, BiPredicate<GuestView, String> member) {

  /** One key. */
  static Family of(String key) {
    return new Family(key, (guest, candidate) -> candidate.equals(key));
  }

  /** {@code name0}, {@code name1}, ... */
  static Family numbered(String name) {
    return new Family(name + "[n]", (guest, key) -> key.matches(name + "\\d+"));
  }

  /** Those keys of this family that a condition picks. */
  Family that(String label, BiPredicate<GuestView, String> condition) {
    return new Family(label, member.and(condition));
  }

  /** A fact that is no key of the configuration; see {@link GuestView}. */
  boolean isFact() {
    return label.startsWith("@");
  }

  /** The guest's keys in this family, in the order in which the provider lists them. */
  List<String> keys(GuestView guest) {
    return isFact()
        ? List.of(label)
        : guest.keys().stream().filter(key -> member.test(guest, key)).toList();
  }

  /** Whether a key of a guest belongs to it. */
  boolean holds(GuestView guest, String key) {
    return member.test(guest, key);
  }
}
