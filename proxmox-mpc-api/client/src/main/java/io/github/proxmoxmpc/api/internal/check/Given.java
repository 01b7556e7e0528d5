package io.github.proxmoxmpc.api.internal.check;

import java.util.List;

/**
 * A parameter or a key with its values.
 *
 * @param name the name under which it was set
 * @param list its values; several if it was set more than once
 * @param rule its rule
 */
record Given(String name, List<String> list, NamedRule rule) {
  /** Returns the values as a message shows them. */
  String shown() {
    return String.join(", ", list);
  }

  /** Returns the name of one of the values. */
  String placeOf(int index) {
    return list.size() > 1 ? name + "[" + index + "]" : name;
  }
}
