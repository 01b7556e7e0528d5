package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.http.MockWebServerTransport;
import io.github.proxmoxmpc.simulator.http.ReceivedRequest;
import io.github.proxmoxmpc.simulator.http.ServerCertificate;
import io.github.proxmoxmpc.simulator.http.SimulatorHandler;
import io.github.proxmoxmpc.simulator.http.SimulatorTransport;
import io.github.proxmoxmpc.simulator.internal.access.AccessRoutes;
import io.github.proxmoxmpc.simulator.internal.authentication.Authenticator;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.cluster.Storage;
import io.github.proxmoxmpc.simulator.internal.guest.GuestRoutes;
import io.github.proxmoxmpc.simulator.internal.node.NodeRoutes;
import io.github.proxmoxmpc.simulator.internal.pool.PoolRoutes;
import io.github.proxmoxmpc.simulator.internal.routing.Dispatcher;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.ApiSchema;
import io.github.proxmoxmpc.simulator.internal.storage.StorageRoutes;
import io.github.proxmoxmpc.simulator.internal.storage.VolumeRoutes;
import io.github.proxmoxmpc.simulator.internal.task.TaskRoutes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A Proxmox VE cluster in memory, behind the real API on HTTPS at a port of localhost. It checks
 * who asks, what they may, and each parameter, with the server's own words; it changes its state as
 * the server would, in tasks where the server has tasks.
 *
 * <pre>{@code
 * try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
 *   useWith(pve.url(), pve.token(), pve.fingerprint());
 *   assertThat(pve.writes()).isEmpty();
 * }
 * }</pre>
 *
 * <p>An operation that the API has and the simulator has not yet is answered with 501. Thread-safe.
 * Tasks are done at once unless {@link #holdTasks() held}; nothing ever sleeps but a failed log-in,
 * and that only if {@link Builder#delayAfterFailedLogIn asked for}.
 */
public final class ProxmoxSimulator implements AutoCloseable {
  private static final String USER = "root@pam";
  private static final String TOKEN_ID = USER + "!simulator";

  private final Cluster cluster;
  private final Routes routes;
  private final SimulatorHandler handler;
  private final ServerCertificate certificate;
  private final SimulatorTransport transport;
  private final RequestJournal journal = new RequestJournal();

  private ProxmoxSimulator(Builder builder) {
    // Half of the start goes into the key, the other half into the schema: side by side.
    CompletableFuture<ServerCertificate> made =
        CompletableFuture.supplyAsync(ServerCertificate::selfSigned);
    cluster = ClusterFactory.of(builder.estate, builder.clock);
    cluster.accounts().addToken(generated(TOKEN_ID), Identity.almighty(TOKEN_ID));
    cluster.accounts().addUser(generated(USER), Identity.almighty(USER));
    ApiSchema schema = ApiSchema.bundled();
    certificate = made.join();
    Tickets tickets = new Tickets(builder.clock, certificate.fingerprint());
    routes = routes(schema, tickets);
    handler =
        new Dispatcher(
            schema,
            routes,
            cluster,
            new Authenticator(cluster.accounts(), tickets),
            new Dispatcher.Setup(builder.clock, builder.delayAfterFailedLogIn, journal::add));
    transport = MockWebServerTransport.start(handler, certificate, builder.port);
  }

  private Routes routes(ApiSchema schema, Tickets tickets) {
    Routes all = new Routes(schema);
    AccessRoutes.addTo(all, tickets);
    NodeRoutes.addTo(all, certificate.fingerprint());
    TaskRoutes.addTo(all);
    PoolRoutes.addTo(all);
    StorageRoutes.addTo(all);
    VolumeRoutes.addTo(all);
    GuestRoutes.addTo(all);
    return all;
  }

  // Nothing to keep secret here, so the same at each run; and no secret stands in the source.
  private static String generated(String account) {
    return UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Starts one at any free port, with the time of the system. */
  public static ProxmoxSimulator start(Estate estate) {
    return builder(estate).start();
  }

  /** Starts to choose how it behaves. */
  public static Builder builder(Estate estate) {
    return new Builder(estate);
  }

  /** Where it answers: {@code https://localhost:34567}. */
  public String url() {
    return transport.url().toString();
  }

  /** A token that may do everything: {@code user@realm!id=secret}. */
  public String token() {
    return TOKEN_ID + "=" + generated(TOKEN_ID);
  }

  /** The password of {@code root@pam}. */
  public String password() {
    return generated(USER);
  }

  /** The SHA-256 fingerprint of its certificate: {@code AB:CD:...}. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /** Its certificate in PEM, to be trusted as an authority: write it to a file for a client. */
  public String certificatePem() {
    return certificate.pem();
  }

  /** Its handler, to be asked without a network. */
  public SimulatorHandler handler() {
    return handler;
  }

  /** The writes that it got, refused ones too, in their order; secrets are masked. */
  public List<ReceivedRequest> writes() {
    return journal.writes();
  }

  /** How often each request came, by verb and path: {@code GET /pools}. */
  public SortedMap<String, Integer> requests() {
    return journal.counts();
  }

  /** Forgets what {@link #writes()} and {@link #requests()} tell. */
  public void forgetRequests() {
    journal.clear();
  }

  /** The operations that it can do, by verb and path template: {@code GET /pools/{poolid}}. */
  public SortedSet<String> operations() {
    return routes.operations();
  }

  /**
   * A guest, to be looked at and changed behind the API's back.
   *
   * @throws NoSuchElementException if it is not there
   */
  public SimulatedGuest guest(int vmid) {
    synchronized (cluster.lock()) {
      if (!cluster.guests().containsKey(vmid)) {
        throw new NoSuchElementException("The simulator has no guest " + vmid);
      }
    }
    return new SimulatedGuest(cluster, vmid);
  }

  /** The ids of its guests, sorted. */
  public List<Integer> vmids() {
    synchronized (cluster.lock()) {
      return List.copyOf(cluster.guests().keySet());
    }
  }

  /** Takes a storage off the network. */
  public void cutOff(String storage) {
    storage(storage).setReachable(false);
  }

  /** Brings a storage back. */
  public void reconnect(String storage) {
    storage(storage).setReachable(true);
  }

  private Storage storage(String id) {
    synchronized (cluster.lock()) {
      Storage storage = cluster.storages().get(id);
      if (storage == null) {
        throw new NoSuchElementException("The simulator has no storage '" + id + "'");
      }
      return storage;
    }
  }

  /** From now on tasks run until {@link #completeTask} or {@link #failTask}. */
  public void holdTasks() {
    synchronized (cluster.lock()) {
      cluster.tasks().hold();
    }
  }

  /** From now on tasks are done at once again; those that were held are done now. */
  public void releaseTasks() {
    synchronized (cluster.lock()) {
      cluster.tasks().release();
    }
  }

  /** Lets a task that is held do its work. */
  public void completeTask(String upid) {
    synchronized (cluster.lock()) {
      cluster.tasks().complete(upid);
    }
  }

  /** Ends a task that is held without its work, with that exit status. */
  public void failTask(String upid, String exitStatus) {
    synchronized (cluster.lock()) {
      cluster.tasks().fail(upid, exitStatus);
    }
  }

  /** Stops answering and frees the port. */
  @Override
  public void close() {
    transport.close();
  }

  /** Its address; no secret. */
  @Override
  public String toString() {
    return "ProxmoxSimulator at " + url();
  }

  /** Chooses how a simulator behaves. Not thread-safe. */
  public static final class Builder {
    private final Estate estate;
    private Clock clock = Clock.systemUTC();
    private int port;
    private Duration delayAfterFailedLogIn = Duration.ZERO;

    private Builder(Estate estate) {
      this.estate = estate;
    }

    /** Where all times come from; the system by default. */
    public Builder clock(Clock source) {
      clock = source;
      return this;
    }

    /** The port of localhost; any free one by default. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** How long a failed log-in waits for its answer; none by default, 3 s with the real server. */
    public Builder delayAfterFailedLogIn(Duration delay) {
      delayAfterFailedLogIn = delay;
      return this;
    }

    /** Starts it. */
    public ProxmoxSimulator start() {
      return new ProxmoxSimulator(this);
    }
  }
}
