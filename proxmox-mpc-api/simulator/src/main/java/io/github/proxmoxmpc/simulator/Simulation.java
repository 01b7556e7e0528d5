package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.access.AccessRoutes;
import io.github.proxmoxmpc.simulator.internal.acme.AcmeRoutes;
import io.github.proxmoxmpc.simulator.internal.authentication.Authenticator;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.backup.BackupRoutes;
import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.datacenter.DatacenterRoutes;
import io.github.proxmoxmpc.simulator.internal.firewall.FirewallRoutes;
import io.github.proxmoxmpc.simulator.internal.guest.GuestRoutes;
import io.github.proxmoxmpc.simulator.internal.ha.HaRoutes;
import io.github.proxmoxmpc.simulator.internal.index.IndexRoutes;
import io.github.proxmoxmpc.simulator.internal.job.JobRoutes;
import io.github.proxmoxmpc.simulator.internal.mapping.MappingRoutes;
import io.github.proxmoxmpc.simulator.internal.metrics.MetricsRoutes;
import io.github.proxmoxmpc.simulator.internal.node.NodeRoutes;
import io.github.proxmoxmpc.simulator.internal.notification.NotificationRoutes;
import io.github.proxmoxmpc.simulator.internal.pool.PoolRoutes;
import io.github.proxmoxmpc.simulator.internal.routing.CommandBatch;
import io.github.proxmoxmpc.simulator.internal.routing.Dispatcher;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.sdn.SdnRoutes;
import io.github.proxmoxmpc.simulator.internal.storage.StorageRoutes;
import io.github.proxmoxmpc.simulator.internal.storage.VolumeRoutes;
import io.github.proxmoxmpc.simulator.internal.task.TaskRoutes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One life of a simulated cluster, from its estate to the next reset.
 *
 * @param cluster the state
 * @param routes the implemented operations
 * @param dispatcher the handler of requests
 */
record Simulation(Cluster cluster, Routes routes, Dispatcher dispatcher) {
  static final String USER = "root@pam";
  static final String TOKEN_ID = USER + "!simulator";

  /**
   * The parts of a server that outlive a reset.
   *
   * @param clock the source of all times
   * @param fingerprint the fingerprint of the certificate
   * @param tickets the signer of tickets
   */
  record Server(Clock clock, String fingerprint, Tickets tickets) {}

  static Simulation start(Estate estate, Server server, Dispatcher.Setup setup) {
    Cluster cluster = ClusterFactory.of(estate.parts(), server.clock());
    cluster.accounts().setPassword(USER, secretOf(USER));
    EstateAccounts.addToken(
        cluster.accounts(), new EstateParts.Token(TOKEN_ID, secretOf(TOKEN_ID), Map.of()));
    Routes routes = new Routes(OperationIndex.bundled());
    AccessRoutes.addTo(routes, server.tickets());
    NodeRoutes.addTo(routes, server.fingerprint());
    TaskRoutes.addTo(routes);
    PoolRoutes.addTo(routes);
    StorageRoutes.addTo(routes);
    VolumeRoutes.addTo(routes);
    BackupRoutes.addTo(routes);
    GuestRoutes.addTo(routes);
    AcmeRoutes.addTo(routes, cluster);
    DatacenterRoutes.addTo(routes);
    FirewallRoutes.addTo(routes);
    HaRoutes.addTo(routes);
    JobRoutes.addTo(routes);
    MappingRoutes.addTo(routes);
    MetricsRoutes.addTo(routes);
    NotificationRoutes.addTo(routes, cluster);
    SdnRoutes.addTo(routes, cluster);
    IndexRoutes.addTo(routes);
    Authenticator authenticator = new Authenticator(cluster.accounts(), server.tickets());
    Dispatcher dispatcher =
        new Dispatcher(OperationIndex.bundled(), routes, cluster, authenticator, setup);
    CommandBatch.addTo(routes, dispatcher);
    estate.parts().writes().forEach(write -> send(write, dispatcher));
    return new Simulation(cluster, routes, dispatcher);
  }

  private static void send(EstateParts.Write write, Dispatcher dispatcher) {
    try {
      dispatcher.call(
          write.operation(), Identity.unrestricted(USER), new TreeMap<>(write.parameters()));
    } catch (RefusalException | InvalidParametersException refusal) {
      String errors =
          refusal instanceof InvalidParametersException invalid ? " " + invalid.errors() : "";
      throw new IllegalArgumentException(
          "Cannot create the estate: '"
              + write.operation()
              + "' was refused: "
              + refusal.getMessage()
              + errors,
          refusal);
    }
  }

  // Derived from the account name: the same in each run, and the source holds no secret.
  static String secretOf(String account) {
    return UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
