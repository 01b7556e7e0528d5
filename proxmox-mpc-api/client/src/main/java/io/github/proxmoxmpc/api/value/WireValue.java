package io.github.proxmoxmpc.api.value;

/** A constant of an enumeration of the schema. */
public interface WireValue {
  /**
   * Returns the value as the server writes it.
   *
   * @throws IllegalStateException for {@code UNRECOGNIZED}, which has no text of its own
   */
  String wire();
}
