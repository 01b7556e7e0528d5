package io.github.proxmoxmpc.state.sync;

import org.jspecify.annotations.Nullable;

/** The {@code agent} option of a virtual machine, such as {@code 1,fstrim_cloned_disks=1}. */
final class AgentOption {
  private AgentOption() {}

  /** {@code enabled} is its default key; without it, the agent is off. */
  static boolean isEnabled(@Nullable String option) {
    if (option == null) {
      return false;
    }
    for (String part : option.split(",")) {
      String text = part.strip();
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
