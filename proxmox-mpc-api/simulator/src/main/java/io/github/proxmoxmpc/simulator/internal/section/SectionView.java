package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes the JSON of a section. */
@FunctionalInterface
public interface SectionView {
  /** Changes the JSON, which so far has the id and the options. */
  void shape(RoutedCall call, Section section, Map<String, @Nullable Object> json);
}
