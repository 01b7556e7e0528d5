package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning.Kind;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of a guest before the code is used. */
final class GuestWarnings {
  private GuestWarnings() {}

  static List<CoverageWarning> of(GuestView view) {
    List<CoverageWarning> warnings = new ArrayList<>();
    GuestState guest = view.guest();
    if (guest instanceof VmState vm && stalls(vm, view)) {
      warnings.add(
          warning(
              view,
              Kind.STALL,
              "it runs with the guest agent enabled, and "
                  + (vm.agent() == AgentState.SILENT
                      ? "the agent did not answer"
                      : "nobody asked it")
                  + "; if it does not answer, the provider waits 15 minutes at each plan. Start the"
                  + " agent, disable it, or stop the machine"));
    }
    if (guest instanceof VmState && view.text("cipassword") != null) {
      warnings.add(
          warning(
              view,
              Kind.SECRET,
              "cipassword: the server masks the password, and it is not in the code"));
    }
    String environment = guest instanceof VmState ? null : view.text("env");
    if (environment != null) {
      warnings.add(
          warning(
              view,
              Kind.SECRET,
              "env: look through environment_variables before the code is shared; it is left out"
                  + " where a name looks like a secret"));
    }
    if (!(guest instanceof VmState)) {
      shiftedAddresses(view, warnings);
    }
    return warnings;
  }

  /** What stands above the guest's resource. */
  static List<String> comments(GuestView view) {
    List<String> comments = new ArrayList<>();
    String name = view.guest().name();
    comments.add(
        (view.guest() instanceof VmState ? "VM " : "ContainerState ")
            + view.guest().id()
            + (name == null ? "" : " (" + name + ")")
            + " on "
            + view.guest().node());
    of(view).stream()
        .filter(warning -> warning.kind() != Kind.SECRET)
        .forEach(warning -> comments.add("Beware: " + warning.text() + "."));
    return comments;
  }

  private static boolean stalls(VmState vm, GuestView view) {
    boolean isEnabled = "1".equals(view.parts("agent").either("enabled"));
    return isEnabled
        && vm.status() == GuestStatus.RUNNING
        && (vm.agent() == AgentState.SILENT || vm.agent() == AgentState.NOT_ASKED);
  }

  private static void shiftedAddresses(GuestView view, List<CoverageWarning> warnings) {
    int block = 0;
    int interfaces = 0;
    for (String key : view.keys(ContainerKeyPatterns.NETS)) {
      if (ContainerKeyPatterns.hasAddress(view, key)) {
        if (block != interfaces) {
          warnings.add(
              warning(
                  view,
                  Kind.SHIFTED_INDEX,
                  "ip_config["
                      + block
                      + "] belongs to "
                      + key
                      + ", which is network_interface["
                      + interfaces
                      + "]: the provider counts interfaces with an address only"));
        }
        block++;
      }
      interfaces++;
    }
  }

  private static CoverageWarning warning(GuestView view, Kind kind, String text) {
    return new CoverageWarning(kind, view.guest().id(), text);
  }
}
