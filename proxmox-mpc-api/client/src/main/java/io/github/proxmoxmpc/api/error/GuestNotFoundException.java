package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.identifier.VmId;

/** No guest of that id and kind is in the cluster, or none that we may see. */
public final class GuestNotFoundException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final int vmid;

  /**
   * Says which guest was looked for.
   *
   * @param why what is there instead, and what to do
   */
  public GuestNotFoundException(VmId vmid, String why) {
    super(why, null);
    this.vmid = vmid.value();
  }

  /** The id that was looked for. */
  public VmId vmid() {
    return VmId.of(vmid);
  }
}
