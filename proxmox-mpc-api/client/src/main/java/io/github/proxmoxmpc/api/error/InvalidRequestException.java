package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.internal.wire.LogSafeText;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request breaks the rules of its operation. Nothing was sent; {@link #faults} names all. */
public final class InvalidRequestException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final List<Fault> faults;

  /**
   * Creates the exception from the faults.
   *
   * @param request the operation, such as {@code PUT /pools}, with the real path if it is known
   */
  public InvalidRequestException(String request, List<Fault> faults) {
    super(
        "Cannot send "
            + request
            + ": "
            + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")),
        null);
    this.faults = List.copyOf(faults);
  }

  /** Returns the faults; one parameter may have several. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * A rule that a parameter breaks. It prints as {@code cores = '0': must be at least 1}.
   *
   * @param parameter the wire name of the parameter; for a property string followed by the key:
   *     {@code net0.mtu}
   * @param value the value as it would have been sent. Long values are shortened, and control
   *     characters are escaped. Null if there is no value, or if it may contain a secret
   * @param rule the rule, in words
   */
  public record Fault(String parameter, @Nullable String value, String rule)
      implements Serializable {
    /** Makes the name and the value safe for one line of a log. */
    public Fault {
      parameter = LogSafeText.of(parameter);
      value = value == null ? null : LogSafeText.of(value);
    }

    @Override
    public String toString() {
      return value == null ? parameter + ": " + rule : parameter + " = '" + value + "': " + rule;
    }
  }
}
