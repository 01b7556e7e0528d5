package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.GuestAgentException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import java.util.ArrayList;
import java.util.List;

/** Reads the configurations of guests, and asks their agents on request. Thread-safe. */
final class GuestReader {
  private final ClusterReader cluster;
  private final ClusterListing listing;
  private final AgentProbe probe;
  private final MissingVolumes volumes;
  private final NodeHealth health = new NodeHealth();

  GuestReader(ClusterReader cluster, ClusterListing listing, AgentProbe probe) {
    this.cluster = cluster;
    this.listing = listing;
    this.probe = probe;
    this.volumes = new MissingVolumes(cluster, listing);
  }

  /** Reads a listed guest. The result holds a failure instead of throwing it. */
  GuestReadResult read(GuestListEntry guest) {
    if (listing.isDown(guest.node())) {
      return GuestReadResult.kept(guest, StaleReason.NODE_OFFLINE);
    }
    String silent = health.whySilent(guest.node());
    if (silent != null) {
      return GuestReadResult.kept(guest, StaleReason.NODE_OFFLINE, silent);
    }
    ConfigDocument config;
    try {
      config = cluster.config(guest);
      health.answered(guest.node());
    } catch (AuthenticationException e) {
      throw e;
    } catch (NodeUnreachableException | ConnectionException e) {
      health.failed(guest.node());
      return GuestReadResult.kept(guest, StaleReason.NODE_OFFLINE, SyncFailure.messageOf(e));
    } catch (NotFoundException e) {
      return vanished(guest, e);
    } catch (ProxmoxException e) {
      return GuestReadResult.kept(guest, StaleReason.UNREADABLE, SyncFailure.messageOf(e));
    }
    return guest.kind() == ResourceKind.CONTAINER
        ? GuestReadResult.read(guest, guest.container(config), List.of())
        : readVm(guest, config);
  }

  private GuestReadResult readVm(GuestListEntry guest, ConfigDocument config) {
    MissingVolumes.Result checked = volumes.check(guest.node(), config);
    List<String> failures = new ArrayList<>(checked.failures());
    AgentState agent = guest.agentOf(config);
    if (probe == AgentProbe.ASK
        && guest.powerState() == PowerState.RUNNING
        && agent == AgentState.NOT_ASKED) {
      agent = askAgent(guest, failures);
    }
    return GuestReadResult.read(guest, guest.vm(config, agent, checked.missing()), failures);
  }

  /** Handles a guest that was deleted or migrated after it was listed. */
  private GuestReadResult vanished(GuestListEntry guest, NotFoundException failure) {
    try {
      if (!cluster.exists(guest.vmid())) {
        return GuestReadResult.gone(guest);
      }
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      // Unknown whether it is gone, so the store keeps it.
      failure.addSuppressed(e);
    }
    return GuestReadResult.kept(guest, StaleReason.UNREADABLE, SyncFailure.messageOf(failure));
  }

  private AgentState askAgent(GuestListEntry guest, List<String> failures) {
    try {
      return cluster.agentState(guest);
    } catch (GuestAgentException e) {
      // The agent answers, but refuses to report addresses.
      return AgentState.NO_ADDRESS;
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      if (isSilent(e)) {
        return AgentState.SILENT;
      }
      failures.add(SyncFailure.messageOf(e));
      return AgentState.NOT_ASKED;
    }
  }

  /**
   * Returns whether the server reports that the agent does not answer. PVE 9.2 does so with status
   * 500, such as "QEMU guest agent is not running" or "VM 100 is not running". Other statuses come
   * from a proxy, or from a server that is out of reach.
   */
  private static boolean isSilent(ProxmoxException failure) {
    boolean isKind =
        failure instanceof ServerException
            || failure instanceof ConflictException
            || failure instanceof NotFoundException;
    return isKind && ((ApiException) failure).status() == 500;
  }
}
