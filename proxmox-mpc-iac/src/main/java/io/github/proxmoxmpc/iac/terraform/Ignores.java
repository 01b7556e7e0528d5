package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attributes whose differences are ignored, each with the reason. Not thread-safe. */
final class Ignores {
  private final SortedMap<String, String> reasons = new TreeMap<>();

  void add(String path, String reason) {
    reasons.putIfAbsent(path, reason);
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  /**
   * The list for {@code ignore_changes}; what lies in an ignored block needs no line of its own.
   */
  HclValue toValue() {
    List<HclValue.Reasoned> elements = new ArrayList<>();
    for (Map.Entry<String, String> entry : reasons.entrySet()) {
      if (reasons.keySet().stream().noneMatch(other -> isWithin(entry.getKey(), other))) {
        elements.add(new HclValue.Reasoned(entry.getKey(), entry.getValue()));
      }
    }
    return new HclValue.ReasonedList(elements);
  }

  private static boolean isWithin(String path, String block) {
    return path.startsWith(block + "[") || path.startsWith(block + ".");
  }
}
