package io.github.proxmoxmpc.api.internal.wire;

/** The error of an enumeration whose {@code UNRECOGNIZED} is sent. */
public final class Unrecognized {
  private Unrecognized() {}

  /** Creates the error, which tells how to send an unknown value. */
  public static IllegalStateException in(Class<?> enumeration) {
    return new IllegalStateException(
        enumeration.getSimpleName()
            + ".UNRECOGNIZED stands for a value that this SDK does not know, and cannot be sent:"
            + " take its text from raw() of what was read, and set it by with(name, text)");
  }
}
