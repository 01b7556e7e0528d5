package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;

/** What the provider makes of a text when it reads it. */
sealed interface Reading {

  /**
   * It holds this value in its state.
   *
   * @param value the value
   */
  record State(HclValue value) implements Reading {}

  /** It holds nothing, not even an empty value. */
  record Nothing() implements Reading {}

  /**
   * It cannot read the guest at all because of it.
   *
   * @param reason why
   */
  record Failure(String reason) implements Reading {}

  /** Shorthand for a text. */
  static Reading text(String text) {
    return new State(new HclValue.Text(text));
  }
}
