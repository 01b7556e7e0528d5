package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;

/** Decides whether a caller sees a section in the list. */
@FunctionalInterface
public interface SectionVisibility {
  /** Returns whether the caller sees it. */
  boolean isVisible(RoutedCall call, Section section);
}
