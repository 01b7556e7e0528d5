package io.github.proxmoxmpc.api.error;

import java.util.List;
import java.util.stream.Collectors;

/** A request that was refused before anything was sent; every fault is named at once. */
public final class InvalidRequestException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * Names the faults.
   *
   * @param request what was to be sent, such as {@code PUT /pools}
   */
  public InvalidRequestException(String request, List<Fault> faults) {
    super(
        request
            + " was not sent: "
            + faults.stream()
                .map(fault -> "'" + fault.parameter() + "' " + fault.rule())
                .collect(Collectors.joining("; ")),
        null);
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, one row a parameter. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * One thing that is wrong.
   *
   * @param parameter the wire name of the parameter
   * @param rule the rule that it breaks
   */
  public record Fault(String parameter, String rule) {}
}
