package io.github.proxmoxmpc.state;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores a whole cluster and its history in a database.
 *
 * <pre>{@code
 * try (StateStore store = StateStore.open(Path.of("estate.db"))) {
 *   List<VmState> idle = store.vms().tagged("prod").stopped().list();
 *   Infrastructure everything = store.snapshot();
 * }
 * }</pre>
 *
 * <p>A store holds revisions, each a complete state of the cluster. Readers always see a complete
 * revision, even while a {@link RevisionDraft} is being written or committed. Thread-safe. Several
 * processes may open the same file.
 */
public final class StateStore implements AutoCloseable {
  private static final List<String> GUEST_KINDS =
      List.of(ResourceKind.VM.column(), ResourceKind.CONTAINER.column());

  private final StateDatabase database;
  private final @Nullable HikariDataSource owned;
  private final Clock clock;
  private final Set<RevisionDraft> drafts = ConcurrentHashMap.newKeySet();

  private StateStore(DataSource dataSource, @Nullable HikariDataSource owned, Clock clock) {
    this.owned = owned;
    this.clock = clock;
    Migrations.released().run(dataSource, clock);
    this.database = new StateDatabase(dataSource);
    SyncRun.abandonDead(database, clock);
  }

  /**
   * Opens the store in an SQLite file, and creates the file if it does not exist. Only its owner
   * can read the file. The driver {@code org.xerial:sqlite-jdbc} must be on the class path.
   *
   * @throws StateException if the file cannot be opened, is not an SQLite file, or was written by a
   *     newer release
   */
  public static StateStore open(Path file) {
    return open(file, Clock.systemUTC());
  }

  /** Opens the store like {@link #open(Path)}, with a clock for the times of revisions. */
  public static StateStore open(Path file, Clock clock) {
    HikariDataSource pool;
    try {
      pool = SqliteFile.open(file);
    } catch (NoClassDefFoundError e) {
      throw new StateException(
          "Unable to open the state store "
              + file
              + ": the SQLite driver is missing; add org.xerial:sqlite-jdbc to the class path",
          e);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StateException(
          "Unable to open the state store " + file + ": " + cause.getMessage(), e);
    }
    boolean opened = false;
    try {
      StateStore store = new StateStore(pool, pool, clock);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        pool.close();
      }
    }
  }

  /**
   * Opens the store in an existing database, and creates missing tables. {@link #close()} does not
   * close the data source.
   *
   * <p>The database must be SQLite 3.35 or newer. Enable foreign keys, a busy timeout and
   * write-ahead logging.
   *
   * @throws StateException if the database cannot be reached, is not SQLite, or was written by a
   *     newer release
   */
  public static StateStore on(DataSource dataSource) {
    return on(dataSource, Clock.systemUTC());
  }

  /** Opens the store like {@link #on(DataSource)}, with a clock for the times of revisions. */
  public static StateStore on(DataSource dataSource, Clock clock) {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.equalsIgnoreCase("SQLite")) {
        throw new StateException(
            "Unable to keep the state in " + product + ": this release supports only SQLite", null);
      }
    } catch (SQLException e) {
      throw new StateException("Unable to reach the database of the state: " + e.getMessage(), e);
    }
    return new StateStore(dataSource, null, clock);
  }

  /** Returns a view of the revision that is the latest at each query. */
  public StateView latest() {
    return new StateView(database, null);
  }

  /** Returns a view of a revision. */
  public StateView asOf(Revision revision) {
    return new StateView(database, revision);
  }

  /** Returns a view of the last revision committed at or before a time, if there is any. */
  public Optional<StateView> asOf(Instant time) {
    RevisionRow row =
        database.read(ResourceMapper.class, mapper -> mapper.revisionAt(time.toEpochMilli()));
    return Optional.ofNullable(row).map(found -> asOf(Revision.of(found)));
  }

  /** Returns the latest revision; empty if the store has none. */
  public Optional<Revision> latestRevision() {
    return latest().revision();
  }

  /** Returns the revision with this number, if it exists. */
  public Optional<Revision> revision(long number) {
    return Optional.ofNullable(
            database.read(ResourceMapper.class, mapper -> mapper.revision(number)))
        .map(Revision::of);
  }

  /** Returns all revisions, oldest first. */
  public List<Revision> revisions() {
    return database.read(ResourceMapper.class, ResourceMapper::revisions).stream()
        .map(Revision::of)
        .toList();
  }

  /** Returns the whole cluster of the latest revision; empty lists if the store has no revision. */
  public Infrastructure snapshot() {
    return latest().infrastructure();
  }

  /** Returns the whole cluster of a revision. */
  public Infrastructure snapshot(Revision revision) {
    return asOf(revision).infrastructure();
  }

  /** Creates a query for the nodes of the latest revision. */
  public NodeQuery nodes() {
    return latest().nodes();
  }

  /** Creates a query for the virtual machines of the latest revision. */
  public VmQuery vms() {
    return latest().vms();
  }

  /** Creates a query for the containers of the latest revision. */
  public ContainerQuery containers() {
    return latest().containers();
  }

  /** Creates a query for the storages of the latest revision. */
  public StorageQuery storages() {
    return latest().storages();
  }

  /** Creates a query for the resource pools of the latest revision. */
  public PoolQuery pools() {
    return latest().pools();
  }

  /** Returns the resources that the last sync could not confirm. */
  public List<StaleResource> stale() {
    return latest().stale();
  }

  /** Returns the versions of a guest, oldest first. A sync without a change adds no version. */
  public List<GuestVersion> history(VmId vmid) {
    return database
        .read(ResourceMapper.class, mapper -> mapper.history(vmid.toString(), GUEST_KINDS))
        .stream()
        .map(row -> GuestVersion.of(vmid, row))
        .toList();
  }

  /**
   * Begins the next revision. Only one draft can be open at a time, across all processes. Drafts of
   * dead processes are discarded.
   *
   * @throws StateException if another draft is open
   */
  public RevisionDraft draft() {
    RevisionDraft draft = RevisionDraft.begin(database, clock, drafts::remove);
    drafts.add(draft);
    return draft;
  }

  /** Discards open drafts, and closes the connections that the store has opened. */
  @Override
  public void close() {
    drafts.forEach(RevisionDraft::close);
    if (owned != null) {
      owned.close();
    }
  }
}
