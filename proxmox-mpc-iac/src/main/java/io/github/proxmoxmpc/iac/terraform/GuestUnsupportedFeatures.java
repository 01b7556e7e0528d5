package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.terraform.UnsupportedFeature.Finding;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import java.util.List;

/** What the provider cannot read in any guest (0.112.0). */
final class GuestUnsupportedFeatures {
  static final UnsupportedFeature NODE_DOES_NOT_ANSWER =
      new UnsupportedFeature("@node", GuestUnsupportedFeatures::nodeThatDoesNotAnswer);

  private GuestUnsupportedFeatures() {}

  // The provider puts these values between quotes and reads the whole as JSON.
  static UnsupportedFeature quotes(KeyPattern family) {
    return UnsupportedFeature.forEach(
        family.that(
            "(quoted) " + family.label(),
            (guest, key) -> String.valueOf(guest.text(key)).chars().anyMatch(c -> isSpecial(c))),
        "the provider cannot read a quote, a backslash or a control character in it",
        "take the character out");
  }

  private static boolean isSpecial(int c) {
    return c == '"' || c == '\\' || c < 0x20;
  }

  private static List<Finding> nodeThatDoesNotAnswer(GuestView guest) {
    boolean answers = guest.nodeIsOnline() && guest.guest().status() != GuestStatus.UNKNOWN;
    return answers
        ? List.of()
        : List.of(
            new Finding(
                "node",
                "node " + guest.guest().node() + " does not answer",
                "start it and generate again"));
  }
}
