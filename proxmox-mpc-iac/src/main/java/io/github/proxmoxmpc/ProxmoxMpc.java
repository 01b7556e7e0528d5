package io.github.proxmoxmpc;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.iac.GeneratedFiles;
import io.github.proxmoxmpc.iac.Generator;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.sync.Cancellation;
import io.github.proxmoxmpc.state.sync.SyncEngine;
import io.github.proxmoxmpc.state.sync.SyncListener;
import io.github.proxmoxmpc.state.sync.SyncOptions;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A Proxmox VE cluster, what is known of it, and the code that describes it: the whole library
 * behind one door.
 *
 * <pre>{@code
 * try (var mpc = ProxmoxMpc.connect("https://pve1:8006", c -> c.token("ci@pve!build", secret))
 *     .store(Path.of("estate.db"))
 *     .open()) {
 *   SyncReport report = mpc.sync(progress -> bar.update(progress));
 *   List<VmState> idle = mpc.state().vms().tagged("prod").stopped().list();
 *   Workspace written = mpc.generate(Terraform.forBpg()).into(Path.of("infra"));
 * }
 * }</pre>
 *
 * <p>It adds nothing of its own to {@link #client() the client}, {@link #state() the store}, the
 * sync engine and the generators, which serve alone, too. Thread-safe; the store takes one sync at
 * a time.
 */
public final class ProxmoxMpc implements AutoCloseable {
  private final ProxmoxClient client;
  private final Runnable closeClient;
  private final StateStore state;
  private final Runnable closeState;
  private final SyncEngine engine;

  private ProxmoxMpc(Builder builder, Supplier<StateStore> store) {
    client = builder.client.build();
    ProxmoxClient parent = builder.parent;
    closeClient = parent == null ? client::close : parent::close;
    boolean opened = false;
    try {
      state = store.get();
      opened = true;
    } finally {
      if (!opened) {
        closeClient.run();
      }
    }
    closeState = builder.storeStaysOpen ? () -> {} : state::close;
    engine = new SyncEngine(client, state, builder.syncOptions);
  }

  /**
   * Returns a builder that connects to a server.
   *
   * @param url the address of the server, such as {@code https://pve1:8006}; {@code https} and the
   *     port 8006 may be left out
   * @param settings the settings of the client, such as {@code c -> c.token("ci@pve!build",
   *     secret)}
   * @throws IllegalArgumentException if the address is malformed or not https
   */
  public static Builder connect(String url, UnaryOperator<ProxmoxClient.Builder> settings) {
    return new Builder(settings.apply(ProxmoxClient.builder(url)), null);
  }

  /**
   * Returns a builder that connects as told by environment variables: {@code PROXMOX_URL}, {@code
   * PROXMOX_TOKEN} ({@code user@realm!id=secret}), and at most one of {@code PROXMOX_FINGERPRINT},
   * {@code PROXMOX_CA} (a file) and {@code PROXMOX_INSECURE=true}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @throws IllegalArgumentException if one is missing or malformed; the message names the variable
   *     and never shows the token
   */
  public static Builder fromEnvironment(Map<String, String> environment) {
    ProxmoxClient client = ProxmoxClient.fromEnvironment(environment);
    return new Builder(client.newBuilder(), client);
  }

  /** Begins with a client of the caller's, which stays open when this is closed. */
  public static Builder over(ProxmoxClient client) {
    return new Builder(client.newBuilder(), null);
  }

  /** The client, for everything else that the API can do. It is closed with this. */
  public ProxmoxClient client() {
    return client;
  }

  /** The store, to be asked what is known of the cluster. It is closed with this. */
  public StateStore state() {
    return state;
  }

  /** Reads the whole cluster into the store; see {@link SyncEngine#sync()}. */
  public SyncReport sync() {
    return engine.sync();
  }

  /** Reads the whole cluster into the store; see {@link SyncEngine#sync(SyncListener)}. */
  public SyncReport sync(SyncListener listener) {
    return engine.sync(listener);
  }

  /**
   * Reads the whole cluster into the store; see {@link SyncEngine#sync(SyncListener,
   * Cancellation)}.
   */
  public SyncReport sync(SyncListener listener, Cancellation cancellation) {
    return engine.sync(listener, cancellation);
  }

  /**
   * Makes files of what the store holds at present; {@link GeneratedFiles#into(Path)} writes them.
   * Asks no server: {@link #sync() sync} first.
   */
  public GeneratedFiles generate(Generator generator) {
    return generator.generate(state.snapshot());
  }

  /** Closes the store and the client, but for what the caller has brought along. */
  @Override
  public void close() {
    try {
      closeState.run();
    } finally {
      closeClient.run();
    }
  }

  /** The server, and who we are there; never a secret. */
  @Override
  public String toString() {
    return "ProxmoxMpc[" + client + "]";
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private final ProxmoxClient.Builder client;
    private final @Nullable ProxmoxClient parent;
    private @Nullable Supplier<StateStore> store;
    private boolean storeStaysOpen;
    private SyncOptions syncOptions = SyncOptions.defaults();

    private Builder(ProxmoxClient.Builder client, @Nullable ProxmoxClient parent) {
      this.client = client;
      this.parent = parent;
    }

    /** Keeps the state in this SQLite file; see {@link StateStore#open(Path)}. */
    public Builder store(Path file) {
      Objects.requireNonNull(file, "file");
      store = () -> StateStore.open(file);
      storeStaysOpen = false;
      return this;
    }

    /** Keeps the state in this database; see {@link StateStore#on(DataSource)}. */
    public Builder store(DataSource database) {
      Objects.requireNonNull(database, "database");
      store = () -> StateStore.on(database);
      storeStaysOpen = false;
      return this;
    }

    /** Keeps the state in this store, which stays open when the facade is closed. */
    public Builder store(StateStore open) {
      Objects.requireNonNull(open, "open");
      store = () -> open;
      storeStaysOpen = true;
      return this;
    }

    /** How syncs go about it; {@link SyncOptions#defaults()} if not set. */
    public Builder syncOptions(SyncOptions options) {
      syncOptions = Objects.requireNonNull(options, "options");
      return this;
    }

    /**
     * Opens the store. Nothing is sent to the server: a wrong token shows with the first sync.
     *
     * @throws IllegalStateException if there are no credentials, or no store
     * @throws io.github.proxmoxmpc.state.StateException if the store cannot be opened
     */
    public ProxmoxMpc open() {
      if (store == null) {
        throw new IllegalStateException(
            "Nowhere to keep the state: call store(file), such as store(Path.of(\"estate.db\"))");
      }
      return new ProxmoxMpc(this, store);
    }
  }
}
