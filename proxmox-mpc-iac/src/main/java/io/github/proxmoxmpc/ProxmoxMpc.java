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
 * The entry point of the library: connects to a Proxmox VE cluster, syncs it into a state store,
 * and generates code from the state.
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
 * <p>The {@link #client() client}, the {@link #state() store}, the sync engine and the generators
 * can also be used on their own. Thread-safe, but the store accepts only one sync at a time.
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
   * Returns a builder that connects with the settings in environment variables: {@code
   * PROXMOX_URL}, {@code PROXMOX_TOKEN} ({@code user@realm!id=secret}), and at most one of {@code
   * PROXMOX_FINGERPRINT}, {@code PROXMOX_CA} (a file) and {@code PROXMOX_INSECURE=true}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @throws IllegalArgumentException if one is missing or malformed; the message names the variable
   *     and never shows the token
   */
  public static Builder fromEnvironment(Map<String, String> environment) {
    ProxmoxClient client = ProxmoxClient.fromEnvironment(environment);
    return new Builder(client.newBuilder(), client);
  }

  /** Returns a builder that uses an existing client. Closing the facade does not close it. */
  public static Builder over(ProxmoxClient client) {
    return new Builder(client.newBuilder(), null);
  }

  /** Returns the client, for direct access to the API. Closing the facade closes it. */
  public ProxmoxClient client() {
    return client;
  }

  /** Returns the store, to query the state of the cluster. Closing the facade closes it. */
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
   * Generates files from the latest state in the store. {@link GeneratedFiles#into(Path)} writes
   * them. Makes no call to the server, so {@link #sync() sync} first.
   */
  public GeneratedFiles generate(Generator generator) {
    return generator.generate(state.snapshot());
  }

  /** Closes the store and the client, unless the caller provided them. */
  @Override
  public void close() {
    try {
      closeState.run();
    } finally {
      closeClient.run();
    }
  }

  /** Returns the server and the user, without secrets. */
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

    /** Sets the options of syncs. The default is {@link SyncOptions#defaults()}. */
    public Builder syncOptions(SyncOptions options) {
      syncOptions = Objects.requireNonNull(options, "options");
      return this;
    }

    /**
     * Opens the store. Sends nothing to the server, so a wrong token fails only at the first sync.
     *
     * @throws IllegalStateException if there are no credentials, or no store
     * @throws io.github.proxmoxmpc.state.StateException if the store cannot be opened
     */
    public ProxmoxMpc open() {
      if (store == null) {
        throw new IllegalStateException(
            "No state store is set: call store(file), such as store(Path.of(\"estate.db\"))");
      }
      return new ProxmoxMpc(this, store);
    }
  }
}
