package io.github.proxmoxmpc.iac.coverage;

/** What became of a configuration key, or of a part of it. */
public enum Outcome {
  /** It stands in the code, and a changed value on the server is a difference in the next plan. */
  WRITTEN,
  /**
   * It is left out, because it equals what the tool takes for granted; a changed value on the
   * server is a difference in the next plan.
   */
  LEFT_OUT,
  /** The tool knows it but cannot hold it: differences are ignored, the note says why. */
  IGNORED,
  /** The tool has no word for it, or does not look at it: the note says why. */
  NOT_EXPRESSIBLE
}
