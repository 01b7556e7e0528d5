package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.http.MockWebServerTransport;
import io.github.proxmoxmpc.simulator.http.ReceivedRequest;
import io.github.proxmoxmpc.simulator.http.ServerCertificate;
import io.github.proxmoxmpc.simulator.http.SimulatorHandler;
import io.github.proxmoxmpc.simulator.http.SimulatorTransport;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.Dispatcher;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;

/**
 * A Proxmox VE cluster in memory that serves the REST API over HTTPS on a port of localhost. It
 * authenticates callers, checks their privileges, validates each parameter against the API schema
 * and answers errors in the words of the real server. Writes change the simulated cluster as the
 * server would, as tasks where the server uses tasks.
 *
 * <pre>{@code
 * try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
 *   useWith(pve.url(), pve.token(), pve.fingerprint());
 *   assertThat(pve.writes()).isEmpty();
 * }
 * }</pre>
 *
 * <p>The simulator answers 501 for operations of the API that it does not implement; {@link
 * #operations()} lists those that it does. Tasks finish at once unless {@link #holdTasks() held}.
 * Nothing sleeps, except a failed log-in if {@link Builder#delayAfterFailedLogIn} asks for it.
 * Thread-safe. In JUnit tests, use {@code ProxmoxSimulatorExtension}.
 */
public final class ProxmoxSimulator implements AutoCloseable {
  private final Estate estate;
  private final Clock clock;
  private final Duration delayAfterFailedLogIn;
  private final Tickets tickets;
  private final ServerCertificate certificate;
  private final SimulatorTransport transport;
  private final RequestJournal journal = new RequestJournal();
  private volatile Simulation simulation;

  private ProxmoxSimulator(Builder builder) {
    // Creating the key and reading the schema each take half of the start, so they run in parallel.
    CompletableFuture<ServerCertificate> created =
        CompletableFuture.supplyAsync(ServerCertificate::selfSigned);
    estate = builder.estate;
    clock = builder.clock;
    delayAfterFailedLogIn = builder.delayAfterFailedLogIn;
    OperationIndex.bundled();
    certificate = created.join();
    tickets = new Tickets(clock, certificate.fingerprint());
    simulation = simulate();
    transport = MockWebServerTransport.start(handler(), certificate, builder.port);
  }

  private Simulation simulate() {
    return Simulation.start(
        estate,
        new Simulation.Server(clock, certificate.fingerprint(), tickets),
        new Dispatcher.Setup(clock, delayAfterFailedLogIn, journal::add));
  }

  /** Starts a simulator on any free port with the system clock. */
  public static ProxmoxSimulator start(Estate estate) {
    return builder(estate).start();
  }

  /** Returns a builder that sets the clock, the port and the log-in delay. */
  public static Builder builder(Estate estate) {
    return new Builder(estate);
  }

  /** Returns the base URL, such as {@code https://localhost:34567}. */
  public String url() {
    return transport.url().toString();
  }

  /** Returns an API token with all privileges, as {@code user@realm!id=secret}. */
  public String token() {
    return Simulation.TOKEN_ID + "=" + Simulation.secretOf(Simulation.TOKEN_ID);
  }

  /** Returns the password of {@code root@pam}. */
  public String password() {
    return Simulation.secretOf(Simulation.USER);
  }

  /** Returns the SHA-256 fingerprint of the server certificate, {@code AB:CD:...}. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /**
   * Returns the server certificate in PEM. Clients can trust it as a certificate authority, for
   * example from a file.
   */
  public String certificatePem() {
    return certificate.pem();
  }

  /** Returns the handler behind the network, for requests without a socket. */
  public SimulatorHandler handler() {
    return request -> simulation.dispatcher().handle(request);
  }

  /**
   * Returns the write requests received so far, in order, including those that were refused.
   * Secrets are masked.
   */
  public List<ReceivedRequest> writes() {
    return journal.writes();
  }

  /** Returns how often each request was received, by verb and path: {@code GET /pools}. */
  public SortedMap<String, Integer> requests() {
    return journal.counts();
  }

  /** Clears {@link #writes()} and {@link #requests()}. */
  public void forgetRequests() {
    journal.clear();
  }

  /** Returns the implemented operations by verb and path template: {@code GET /pools/{poolid}}. */
  public SortedSet<String> operations() {
    return simulation.routes().operations();
  }

  /**
   * Restores the estate that the simulator was started with: discards all changes and tasks, and
   * clears the recorded requests. URL, certificate, token, password and tickets stay valid. A
   * {@link SimulatedGuest} from before the reset refers to the discarded cluster.
   */
  public void reset() {
    simulation = simulate();
    journal.clear();
  }

  /**
   * Returns a guest, to inspect or change without a request.
   *
   * @throws NoSuchElementException if the cluster has no guest with this id
   */
  public SimulatedGuest guest(int vmid) {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      if (!cluster.guests().containsKey(vmid)) {
        throw new NoSuchElementException("The simulator has no guest " + vmid);
      }
    }
    return new SimulatedGuest(cluster, vmid);
  }

  /** Returns the ids of all guests, sorted. */
  public List<Integer> vmids() {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      return List.copyOf(cluster.guests().keySet());
    }
  }

  /**
   * Sets whether the nodes can reach a storage. While a storage is unreachable, its status says
   * {@code active: 0} and operations on its volumes fail.
   *
   * @throws NoSuchElementException if the cluster has no storage with this id
   */
  public void setReachable(String storage, boolean reachable) {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      ClusterStorage found = cluster.storages().get(storage);
      if (found == null) {
        throw new NoSuchElementException("The simulator has no storage '" + storage + "'");
      }
      found.setReachable(reachable);
    }
  }

  /**
   * Sets the result of reading a path while the simulator runs; see {@link EstateBuilder#data}.
   *
   * @throws IllegalArgumentException if the text is not JSON
   */
  public void setData(String path, String json) {
    Object result = JsonCodec.read(json);
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      cluster.data().put(path, result);
    }
  }

  /** Keeps new tasks running until {@link #completeTask} or {@link #failTask} ends them. */
  public void holdTasks() {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      cluster.tasks().hold();
    }
  }

  /** Completes all held tasks and lets new tasks finish at once again. */
  public void releaseTasks() {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      cluster.tasks().release();
    }
  }

  /** Runs the work of a held task and ends it. */
  public void completeTask(String upid) {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      cluster.tasks().complete(upid);
    }
  }

  /** Ends a held task with the given exit status, without doing its work. */
  public void failTask(String upid, String exitStatus) {
    Cluster cluster = cluster();
    synchronized (cluster.lock()) {
      cluster.tasks().fail(upid, exitStatus);
    }
  }

  private Cluster cluster() {
    return simulation.cluster();
  }

  /** Stops the server and frees the port. */
  @Override
  public void close() {
    transport.close();
  }

  /** Returns the address, without secrets. */
  @Override
  public String toString() {
    return "ProxmoxSimulator at " + url();
  }

  /** Configures a simulator before it starts. Not thread-safe. */
  public static final class Builder {
    private final Estate estate;
    private Clock clock = Clock.systemUTC();
    private int port;
    private Duration delayAfterFailedLogIn = Duration.ZERO;

    private Builder(Estate estate) {
      this.estate = estate;
    }

    /** Sets the source of all times. The default is the system clock. */
    public Builder clock(Clock source) {
      clock = source;
      return this;
    }

    /** Sets the port on localhost. The default, 0, takes any free port. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /**
     * Sets how long the response to a failed log-in is delayed. The default is no delay; the real
     * server waits 3 s.
     */
    public Builder delayAfterFailedLogIn(Duration delay) {
      delayAfterFailedLogIn = delay;
      return this;
    }

    /**
     * Starts the simulator.
     *
     * @throws java.io.UncheckedIOException if the port is in use
     */
    public ProxmoxSimulator start() {
      return new ProxmoxSimulator(this);
    }
  }
}
