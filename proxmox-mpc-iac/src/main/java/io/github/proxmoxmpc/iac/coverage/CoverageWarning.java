package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.value.VmId;

/**
 * A fact about a guest to know before the code is used.
 *
 * @param kind the kind of problem
 * @param vmid the id of the guest
 * @param text the problem and its remedy
 */
public record CoverageWarning(Kind kind, VmId vmid, String text) {
  /** The kind of problem. */
  public enum Kind {
    /** The tool waits for minutes. */
    STALL,
    /** A value is secret and was left out of the code. */
    SECRET,
    /** An index in the code differs from the index on the server. */
    SHIFTED_INDEX,
    /** The numbers of devices have a gap, and the tool closes it at a later change. */
    NUMBER_GAP,
    /** The tool cannot read the guest, so its code is commented out. */
    UNREADABLE
  }
}
