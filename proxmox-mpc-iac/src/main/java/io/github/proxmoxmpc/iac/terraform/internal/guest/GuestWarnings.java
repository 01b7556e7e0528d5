package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning.Kind;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.ArrayList;
import java.util.List;

/** Collects the warnings about one guest. Used once; not thread-safe. */
public final class GuestWarnings {
  private static final String DELETES = "deletes %s";

  private final GuestView view;
  private final List<CoverageWarning> warnings = new ArrayList<>();

  private GuestWarnings(GuestView view) {
    this.view = view;
  }

  /** Returns the warnings about a guest. */
  public static List<CoverageWarning> of(GuestView view) {
    GuestWarnings collector = new GuestWarnings(view);
    if (view.guest() instanceof VmState vm) {
      collector.collectForVm(vm);
    } else {
      collector.collectForContainer();
    }
    return List.copyOf(collector.warnings);
  }

  /** Returns the comments above the guest's resource. */
  public static List<String> comments(GuestView view) {
    List<String> comments = new ArrayList<>();
    String name = view.guest().name();
    comments.add(
        (view.guest() instanceof VmState ? "VM " : "Container ")
            + view.guest().vmid()
            + (name == null ? "" : " (" + name + ")")
            + " on "
            + view.guest().node());
    of(view).stream()
        .filter(warning -> warning.kind() != Kind.SECRET)
        .forEach(warning -> comments.add("Warning: " + warning.text() + "."));
    return comments;
  }

  private void collectForVm(VmState vm) {
    if (vm.powerState() == PowerState.RUNNING && isAgentEnabled()) {
      warnAboutAgent(vm.agent());
    }
    warnAboutNicGap();
    warnAboutGap(VmKeyPatterns.USB_DEVICES, "a usb block", DELETES);
    warnAboutGap(VmKeyPatterns.SHARES, "a virtiofs block", DELETES);
    if (view.text("cipassword") != null) {
      add(Kind.SECRET, "cipassword: the server masks the password, and the code does not hold it");
    }
  }

  private void collectForContainer() {
    if (view.text("env") != null) {
      add(
          Kind.SECRET,
          "env: check environment_variables before you share the code; it is left out if a name"
              + " looks like a secret");
    }
    warnAboutGap(ContainerKeyPatterns.NETS, "a network_interface or ip_config block", DELETES);
    warnAboutGap(
        ContainerKeyPatterns.MOUNT_POINTS,
        "a mount_point block",
        "keeps %s as a second mount of the same volume");
    warnAboutGap(
        ContainerKeyPatterns.DEVICES,
        "a device_passthrough block",
        "keeps %s as a second entry of the same device");
    warnAboutShiftedAddresses();
  }

  private boolean isAgentEnabled() {
    return "1".equals(view.propertyString("agent").namedOrBare("enabled"));
  }

  private void warnAboutAgent(AgentState agent) {
    String problem =
        switch (agent) {
          case SILENT -> "but the agent did not answer";
          case NOT_ASKED -> "but the sync did not ask the agent";
          case NO_ADDRESS -> "but the agent reports no global unicast address";
          case UNREADABLE ->
              "but the agent reports a counter above 2^63-1, which the provider cannot read";
          case OFF, ANSWERS -> "";
        };
    if (!problem.isEmpty()) {
      add(
          Kind.STALL,
          "this VM runs with the guest agent enabled, "
              + problem
              + "; the provider waits up to 15 minutes at each plan until the agent reports a"
              + " global unicast address. "
              + (agent == AgentState.UNREADABLE
                  ? "Restart the VM's network to reset the counter"
                  : agent == AgentState.NO_ADDRESS ? "Give the VM an address" : "Start the agent")
              + ", disable the agent, or stop the VM");
    }
  }

  private void warnAboutNicGap() {
    NumberGap gap = NumberGap.in(view.keys(VmKeyPatterns.NETS));
    if (!gap.isEmpty()) {
      add(
          Kind.NUMBER_GAP,
          gap.advice()
              + " before you change this VM: the provider adds "
              + (gap.missing().size() == 1 ? "a NIC " : "NICs ")
              + NumberGap.join(gap.missing())
              + " on vmbr0 at the next change, and the plan does not show it");
    }
  }

  /** Warns about a gap that the provider closes when it writes any of the blocks. */
  private void warnAboutGap(KeyPattern pattern, String block, String effect) {
    NumberGap gap = NumberGap.in(view.keys(pattern));
    if (!gap.isEmpty()) {
      add(
          Kind.NUMBER_GAP,
          gap.advice()
              + " before you change "
              + block
              + ": the provider numbers the blocks without gaps, so it writes "
              + gap.moves(" as ")
              + " and "
              + effect.formatted(NumberGap.join(gap.leftOver()))
              + ", and the plan does not show it");
    }
  }

  private void warnAboutShiftedAddresses() {
    int block = 0;
    int interfaces = 0;
    for (String key : view.keys(ContainerKeyPatterns.NETS)) {
      if (ContainerKeyPatterns.hasAddress(view, key)) {
        if (block != interfaces) {
          add(
              Kind.SHIFTED_INDEX,
              "ip_config["
                  + block
                  + "] belongs to "
                  + key
                  + ", which is network_interface["
                  + interfaces
                  + "]: the provider counts only interfaces with an address");
        }
        block++;
      }
      interfaces++;
    }
  }

  private void add(Kind kind, String text) {
    warnings.add(new CoverageWarning(kind, view.guest().vmid(), text));
  }
}
