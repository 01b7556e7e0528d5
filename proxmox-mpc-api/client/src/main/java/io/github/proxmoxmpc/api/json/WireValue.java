package io.github.proxmoxmpc.api.json;

/** A word of which the schema knows all that there are, as every enumeration of it is made of. */
public interface WireValue {
  /**
   * The value as the server writes it.
   *
   * @throws IllegalStateException for {@code UNRECOGNIZED}, which stands for no text of its own
   */
  String wire();

  /** What is thrown where {@code UNRECOGNIZED} is to be sent. For the enumerations. */
  static IllegalStateException unrecognized(Class<?> type) {
    return new IllegalStateException(
        type.getSimpleName()
            + ".UNRECOGNIZED stands for a value that this SDK does not know, and cannot be sent:"
            + " take its text from raw() of what was read, and set it by with(name, text)");
  }
}
