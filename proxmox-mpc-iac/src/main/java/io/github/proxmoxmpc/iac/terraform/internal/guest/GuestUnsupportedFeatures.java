package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.UnsupportedFeature;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.UnsupportedFeature.Finding;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import java.util.List;

/** Features that the provider cannot read in either kind of guest (0.112.0). */
final class GuestUnsupportedFeatures {
  static final UnsupportedFeature<GuestView> NODE_DOES_NOT_ANSWER =
      new UnsupportedFeature<>("@node", GuestUnsupportedFeatures::nodeThatDoesNotAnswer);

  private GuestUnsupportedFeatures() {}

  // The provider puts these values in quotes and parses the result as JSON.
  static UnsupportedFeature<GuestView> quotes(KeyPattern keyPattern) {
    return UnsupportedFeature.forEach(
        keyPattern.where(
            "(quoted) " + keyPattern.label(),
            (guest, key) -> String.valueOf(guest.text(key)).chars().anyMatch(c -> isSpecial(c))),
        "the provider cannot read a quote, a backslash or a control character in it",
        "remove the character");
  }

  private static boolean isSpecial(int c) {
    return c == '"' || c == '\\' || c < 0x20;
  }

  private static List<Finding> nodeThatDoesNotAnswer(GuestView guest) {
    boolean answers = guest.nodeIsOnline() && guest.guest().powerState() != PowerState.UNKNOWN;
    return answers
        ? List.of()
        : List.of(
            new Finding(
                "node",
                "node " + guest.guest().node() + " does not answer",
                "start the node, sync and generate again"));
  }
}
