package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the attributes for {@code ignore_changes}, each with a reason. Not thread-safe. */
final class IgnoreChanges {
  private final SortedMap<String, String> reasons = new TreeMap<>();

  void add(String path, String reason) {
    reasons.putIfAbsent(path, reason);
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  /** Returns the list, without attributes of blocks that are ignored as a whole. */
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
