package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import org.jspecify.annotations.Nullable;

/**
 * A write to a section, before it takes effect.
 *
 * @param call the request
 * @param before the section as it is, null if it is created
 * @param after the section as it will be, null if it is deleted. A check may still change it
 */
public record SectionChange(RoutedCall call, @Nullable Section before, @Nullable Section after) {
  /** Returns whether the section is created. */
  public boolean creates() {
    return before == null;
  }

  /** Returns whether the section is deleted. */
  public boolean deletes() {
    return after == null;
  }

  /** Returns the section as it will be, or as it was if it is deleted. */
  public Section section() {
    Section section = after == null ? before : after;
    if (section == null) {
      throw new IllegalStateException("A change has a section");
    }
    return section;
  }

  /** Returns whether the request sets an option to another value. */
  public boolean alters(String option) {
    String old = before == null ? null : before.text(option);
    String now = after == null ? null : after.text(option);
    return now != null && !now.equals(old);
  }
}
