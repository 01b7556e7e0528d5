package io.github.proxmoxmpc.iac.coverage;

/** The outcome for a configuration key, or for one property of a property string. */
public enum CoverageOutcome {
  /** Written to the code. The next plan shows a change on the server. */
  WRITTEN,
  /**
   * Left out because the value equals the tool's default. The next plan shows a change on the
   * server.
   */
  LEFT_OUT,
  /** Listed in {@code ignore_changes} for the reason in the note. */
  IGNORED,
  /** Not visible to the tool, for the reason in the note. */
  NOT_EXPRESSIBLE
}
