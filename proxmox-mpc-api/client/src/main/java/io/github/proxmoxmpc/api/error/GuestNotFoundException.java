package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.value.VmId;
import java.util.Map;

/**
 * The cluster has no guest with this id and kind, or the guest is not visible to the user or token.
 * The client read the list of guests successfully, so the status is 200.
 */
public final class GuestNotFoundException extends NotFoundException {
  private static final long serialVersionUID = 1L;

  private final int vmid;

  /**
   * Creates the exception.
   *
   * @param call the call that read the list
   * @param why the reason, such as "There is no VM 4711"
   */
  public GuestNotFoundException(FailedCall call, VmId vmid, String why) {
    super(
        why
            + " (searched the list of guests of "
            + call.endpoint()
            + "). Check the id, and that "
            + call.identity()
            + " has VM.Audit on /vms/"
            + vmid
            + ": guests without it are not listed.",
        call,
        new ErrorResponse(200, why, Map.of()));
    this.vmid = vmid.value();
  }

  /** Returns the id that was looked for. */
  public VmId vmid() {
    return VmId.of(vmid);
  }
}
