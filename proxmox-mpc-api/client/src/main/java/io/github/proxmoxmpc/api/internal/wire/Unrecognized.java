package io.github.proxmoxmpc.api.internal.wire;

import io.github.proxmoxmpc.api.value.WireValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The errors of enumerations: values that cannot be sent, and texts that are no value. */
public final class Unrecognized {
  private Unrecognized() {}

  /** Creates the error of sending {@code UNRECOGNIZED}, which says how to send an unknown value. */
  public static IllegalStateException in(Class<?> enumeration) {
    return new IllegalStateException(
        "Cannot send "
            + enumeration.getSimpleName()
            + ".UNRECOGNIZED: it represents any value that this SDK does not know. Read its text from"
            + " raw() of the result, and send it with with(name, text)");
  }

  /**
   * Creates the error of a text that is no value of an enumeration.
   *
   * @param values the values of the enumeration, including {@code UNRECOGNIZED}
   */
  public static <E extends Enum<E> & WireValue> IllegalArgumentException text(
      String text, E[] values) {
    String known =
        Arrays.stream(values)
            .filter(value -> !value.name().equals("UNRECOGNIZED"))
            .map(WireValue::wire)
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        values[0].getDeclaringClass().getSimpleName()
            + " has no value '"
            + LogSafeText.of(text)
            + "'. Its values are: "
            + known
            + ". To send another value, use with(name, text) of the request");
  }
}
