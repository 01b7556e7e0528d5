package io.github.proxmoxmpc.api.value;

/** A word of which the schema knows all that there are, as every enumeration of it is made of. */
public interface WireValue {
  /**
   * The value as the server writes it.
   *
   * @throws IllegalStateException for {@code UNRECOGNIZED}, which stands for no text of its own
   */
  String wire();
}
