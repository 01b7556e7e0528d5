package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import org.jspecify.annotations.Nullable;

/** Creates the result of a write. */
@FunctionalInterface
public interface SectionAnswer {
  /** Returns the result. */
  @Nullable Object of(RoutedCall call, Section section);
}
