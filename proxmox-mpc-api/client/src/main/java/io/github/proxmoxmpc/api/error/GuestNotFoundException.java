package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.value.VmId;
import java.util.Map;

/**
 * No guest of that id and kind is in the cluster, or none that we may see. The list of the cluster
 * does not have it, so the status is 200.
 */
public final class GuestNotFoundException extends NotFoundException {
  private static final long serialVersionUID = 1L;

  private final int vmid;

  /**
   * Says which guest was looked for.
   *
   * @param call the reading of the list
   * @param why what is there instead
   */
  public GuestNotFoundException(FailedCall call, VmId vmid, String why) {
    super(
        call,
        new ErrorResponse(200, why, Map.of()),
        "Check the id; a guest is told only to who has VM.Audit on /vms/" + vmid + ".");
    this.vmid = vmid.value();
  }

  /** The id that was looked for. */
  public VmId vmid() {
    return VmId.of(vmid);
  }
}
