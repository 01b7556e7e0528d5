package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.GuestAgentException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.error.UnavailableException;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;

/** Reads the configurations of guests, and asks agents where that is wanted. Thread-safe. */
final class GuestReader {
  private final ClusterReader cluster;
  private final ClusterListing listing;
  private final AgentProbe probe;
  private final NodeHealth health = new NodeHealth();

  GuestReader(ClusterReader cluster, ClusterListing listing, AgentProbe probe) {
    this.cluster = cluster;
    this.listing = listing;
    this.probe = probe;
  }

  /** Reads a guest that is listed; what fails is told in the answer. */
  GuestReadResult read(GuestListEntry guest) {
    if (listing.isDown(guest.node())) {
      return new GuestReadResult(guest, null, StaleReason.NODE_OFFLINE, null);
    }
    String silent = health.whySilent(guest.node());
    if (silent != null) {
      return new GuestReadResult(guest, null, StaleReason.NODE_OFFLINE, silent);
    }
    ConfigDocument config;
    try {
      config = cluster.config(guest);
      health.answered(guest.node());
    } catch (AuthenticationException e) {
      throw e;
    } catch (NodeUnreachableException | ConnectionException e) {
      health.failed(guest.node());
      return new GuestReadResult(guest, null, StaleReason.NODE_OFFLINE, SyncFailure.words(e));
    } catch (NotFoundException e) {
      return vanished(guest, e);
    } catch (ProxmoxException e) {
      return new GuestReadResult(guest, null, StaleReason.UNREADABLE, SyncFailure.words(e));
    }
    AgentState agent = guest.agentOf(config);
    if (probe == AgentProbe.PING
        && guest.kind() == ResourceKind.VM
        && guest.status() == GuestStatus.RUNNING
        && agent == AgentState.NOT_ASKED) {
      return probed(guest, config);
    }
    return new GuestReadResult(guest, guest.with(config, agent), null, null);
  }

  /**
   * Listed, but without a configuration: deleted, or moved to another node, since it was listed.
   */
  private GuestReadResult vanished(GuestListEntry guest, NotFoundException failure) {
    try {
      if (!cluster.exists(guest.id())) {
        return new GuestReadResult(guest, null, null, null);
      }
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      // Whether it is gone stays unknown, so it is kept.
      failure.addSuppressed(e);
    }
    return new GuestReadResult(guest, null, StaleReason.UNREADABLE, SyncFailure.words(failure));
  }

  private GuestReadResult probed(GuestListEntry guest, ConfigDocument config) {
    AgentState agent;
    String failure = null;
    try {
      cluster.pingAgent(guest);
      agent = AgentState.ANSWERS;
    } catch (GuestAgentException e) {
      // Whoever refuses has answered.
      agent = AgentState.ANSWERS;
    } catch (ServerException | ConflictException | NotFoundException e) {
      // PVE 9.2: 500 "QEMU guest agent is not running".
      agent = AgentState.SILENT;
    } catch (PermissionException | UnavailableException | ConnectionException e) {
      agent = AgentState.NOT_ASKED;
      failure = SyncFailure.words(e);
    }
    return new GuestReadResult(guest, guest.with(config, agent), null, failure);
  }
}
