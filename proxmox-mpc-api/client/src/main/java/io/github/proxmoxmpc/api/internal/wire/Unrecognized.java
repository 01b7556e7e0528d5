package io.github.proxmoxmpc.api.internal.wire;

/** What the enumerations say where their {@code UNRECOGNIZED} is to be sent. */
public final class Unrecognized {
  private Unrecognized() {}

  /** That it stands for no text, and what to do instead. */
  public static IllegalStateException in(Class<?> enumeration) {
    return new IllegalStateException(
        enumeration.getSimpleName()
            + ".UNRECOGNIZED stands for a value that this SDK does not know, and cannot be sent:"
            + " take its text from raw() of what was read, and set it by with(name, text)");
  }
}
