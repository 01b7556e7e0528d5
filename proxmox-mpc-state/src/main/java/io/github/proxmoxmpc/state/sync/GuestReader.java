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
import java.util.SortedSet;

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
      return new GuestReadResult(guest, null, StaleReason.NODE_OFFLINE, SyncFailure.messageOf(e));
    } catch (NotFoundException e) {
      return vanished(guest, e);
    } catch (ProxmoxException e) {
      return new GuestReadResult(guest, null, StaleReason.UNREADABLE, SyncFailure.messageOf(e));
    }
    if (guest.kind() == ResourceKind.CONTAINER) {
      return new GuestReadResult(guest, guest.container(config), null, null);
    }
    SortedSet<String> missing = volumes.of(guest.node(), config);
    AgentState agent = guest.agentOf(config);
    return probe == AgentProbe.ASK
            && guest.status() == GuestStatus.RUNNING
            && agent == AgentState.NOT_ASKED
        ? askAgent(guest, config, missing)
        : new GuestReadResult(guest, guest.vm(config, agent, missing), null, null);
  }

  /** Handles a guest that was deleted or migrated after it was listed. */
  private GuestReadResult vanished(GuestListEntry guest, NotFoundException failure) {
    try {
      if (!cluster.exists(guest.id())) {
        return new GuestReadResult(guest, null, null, null);
      }
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      // Unknown whether it is gone, so the store keeps it.
      failure.addSuppressed(e);
    }
    return new GuestReadResult(guest, null, StaleReason.UNREADABLE, SyncFailure.messageOf(failure));
  }

  private GuestReadResult askAgent(
      GuestListEntry guest, ConfigDocument config, SortedSet<String> missingVolumes) {
    AgentState agent;
    String failure = null;
    try {
      agent = cluster.agentState(guest);
    } catch (GuestAgentException e) {
      // The agent answers, but refuses to report addresses.
      agent = AgentState.NO_ADDRESS;
    } catch (ServerException | ConflictException | NotFoundException e) {
      // PVE 9.2: 500 "QEMU guest agent is not running".
      agent = AgentState.SILENT;
    } catch (PermissionException | UnavailableException | ConnectionException e) {
      agent = AgentState.NOT_ASKED;
      failure = SyncFailure.messageOf(e);
    }
    return new GuestReadResult(guest, guest.vm(config, agent, missingVolumes), null, failure);
  }
}
