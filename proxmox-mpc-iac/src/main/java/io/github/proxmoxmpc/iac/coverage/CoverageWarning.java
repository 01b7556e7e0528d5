package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.value.VmId;

/**
 * Something that a person should know before the code is used.
 *
 * @param kind what sort of trouble
 * @param guest the guest it is about
 * @param text what it is and what to do
 */
public record CoverageWarning(Kind kind, VmId guest, String text) {
  /** The sorts of trouble. */
  public enum Kind {
    /** The tool will wait for minutes. */
    STALL,
    /** A value is secret; it is not in the code. */
    SECRET,
    /** An index in the code does not mean what it seems to mean. */
    SHIFTED_INDEX,
    /** The tool cannot read the guest; its code is commented out. */
    UNREADABLE
  }
}
