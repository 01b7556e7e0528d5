package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesGetType;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcVmidPath;
import io.github.proxmoxmpc.api.task.Task;

/**
 * A container (LXC), wherever in the cluster it is.
 *
 * <pre>{@code
 * pve.container(200).start().await();
 * String name = pve.container(200).config().hostname();
 * }</pre>
 *
 * <p>Each call first asks {@code GET /cluster/resources} for the node, so it also works after a
 * migration. Making a LinuxContainer asks nothing. Every method throws {@link
 * io.github.proxmoxmpc.api.error.GuestNotFoundException} if there is no such container. Immutable
 * and thread-safe.
 */
public final class LinuxContainer {
  private final ProxmoxApi api;
  private final Locator locator;

  /** For {@code ProxmoxClient.container(...)}. */
  public LinuxContainer(ProxmoxApi api, VmId vmid) {
    this.api = api;
    this.locator = new Locator(api, vmid, ResourcesGetType.LXC);
  }

  /** Its id. */
  public VmId vmid() {
    return locator.vmid();
  }

  /** The node that it is on now. */
  public NodeName node() {
    return locator.node();
  }

  /** Its place in the path tree, on the node that it is on now: for everything not offered here. */
  public LxcVmidPath path() {
    return api.nodes(locator.node()).lxc(locator.vmid());
  }

  /** Its configuration: {@code GET /nodes/{node}/lxc/{vmid}/config}, needs VM.Audit. */
  public LxcConfig config() {
    return path().config().get();
  }

  /** Its state now: {@code GET /nodes/{node}/lxc/{vmid}/status/current}, needs VM.Audit. */
  public LxcStatusCurrent status() {
    return path().status().current().get();
  }

  /**
   * Starts it: {@code POST /nodes/{node}/lxc/{vmid}/status/start}, needs VM.PowerMgmt. That it runs
   * already is told by the task, which fails.
   */
  public Task start() {
    return path().status().start().post();
  }

  /**
   * Pulls the plug: {@code POST /nodes/{node}/lxc/{vmid}/status/stop}, needs VM.PowerMgmt. What the
   * guest has not written is lost.
   */
  public Task stop() {
    return path().status().stop().post();
  }

  /**
   * Asks it to shut down: {@code POST /nodes/{node}/lxc/{vmid}/status/shutdown}, needs
   * VM.PowerMgmt. The task fails if it does not within the server's time limit.
   */
  public Task shutdown() {
    return path().status().shutdown().post();
  }

  /**
   * Shuts it down and starts it again: {@code POST /nodes/{node}/lxc/{vmid}/status/reboot}, needs
   * VM.PowerMgmt. Pending changes of its configuration take effect.
   */
  public Task reboot() {
    return path().status().reboot().post();
  }

  @Override
  public String toString() {
    return "LinuxContainer[" + locator.vmid() + "]";
  }
}
