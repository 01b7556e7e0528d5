package io.github.proxmoxmpc.api.internal.wire;

/** The error for sending the {@code UNRECOGNIZED} value of an enumeration. */
public final class Unrecognized {
  private Unrecognized() {}

  /** Creates the error, which explains how to send an unknown value. */
  public static IllegalStateException in(Class<?> enumeration) {
    return new IllegalStateException(
        "Cannot send "
            + enumeration.getSimpleName()
            + ".UNRECOGNIZED, because it means any value that this SDK does not know: take the text"
            + " from raw() of the result, and set it by with(name, text)");
  }
}
