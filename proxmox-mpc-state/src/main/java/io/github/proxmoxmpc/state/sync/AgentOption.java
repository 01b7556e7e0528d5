package io.github.proxmoxmpc.state.sync;

import org.jspecify.annotations.Nullable;

/**
 * Parses the {@code agent} option of a virtual machine, such as {@code 1,fstrim_cloned_disks=1}.
 */
final class AgentOption {
  private AgentOption() {}

  /** Returns whether the agent is enabled; {@code enabled} is the default key. */
  static boolean isEnabled(@Nullable String option) {
    if (option == null) {
      return false;
    }
    for (String property : option.split(",")) {
      String text = property.strip();
      if (text.startsWith("enabled=")) {
        return ApiValues.flag(text.substring("enabled=".length()));
      }
      if (!text.contains("=")) {
        return ApiValues.flag(text);
      }
    }
    return false;
  }
}
