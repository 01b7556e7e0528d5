package io.github.proxmoxmpc.api.internal.check;

import java.util.List;

/**
 * A parameter or a key, as it was set.
 *
 * @param list its values; several for one that is set more than once
 * @param rule the rule for it
 */
record Given(String name, List<String> list, NamedRule rule) {
  /** What stands in a message for the values. */
  String shown() {
    return String.join(", ", list);
  }

  boolean isNamedByRule() {
    return name.equals(rule.name());
  }

  /** The name of one of the values. */
  String placeOf(int index) {
    return list.size() > 1 ? name + "[" + index + "]" : name;
  }
}
