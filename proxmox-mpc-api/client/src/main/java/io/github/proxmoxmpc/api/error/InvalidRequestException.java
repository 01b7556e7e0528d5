package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.internal.wire.LogSafeText;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that was refused before anything was sent; every fault is named at once. */
public final class InvalidRequestException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final List<Fault> faults;

  /**
   * Names the faults.
   *
   * @param request what was to be sent, such as {@code PUT /pools}
   */
  public InvalidRequestException(String request, List<Fault> faults) {
    super(
        request
            + " was not sent: "
            + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")),
        null);
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, one row a parameter. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * One thing that is wrong; it prints as {@code cores = '0': must be at least 1}.
   *
   * @param parameter the wire name of the parameter, with the key of a property string behind it:
   *     {@code net0.mtu}
   * @param value the value as it would have been sent, shortened where it is long, with control
   *     characters escaped; null where there is none, and always where it may hold a secret
   * @param rule the rule that it breaks
   */
  public record Fault(String parameter, @Nullable String value, String rule)
      implements Serializable {
    /** Makes names and values fit for a line of a log. */
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
