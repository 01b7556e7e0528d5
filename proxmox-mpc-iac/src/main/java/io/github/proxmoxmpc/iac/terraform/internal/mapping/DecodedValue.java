package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.hcl.HclValue;

/** The result of decoding a text as the provider does. */
public sealed interface DecodedValue {

  /**
   * The state holds this value.
   *
   * @param value the value
   */
  record Value(HclValue value) implements DecodedValue {}

  /** The state holds null. */
  record Absent() implements DecodedValue {}

  /**
   * The provider fails on this text and cannot read the resource.
   *
   * @param reason why it fails
   */
  record Failure(String reason) implements DecodedValue {}

  /** Returns a decoded string. */
  static DecodedValue text(String text) {
    return new Value(new HclValue.Text(text));
  }
}
