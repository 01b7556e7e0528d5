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
 * Keeps a whole cluster, with its history, in a database.
 *
 * <pre>{@code
 * try (StateStore store = StateStore.open(Path.of("estate.db"))) {
 *   List<VmState> idle = store.vms().tagged("prod").stopped().list();
 *   Infrastructure everything = store.snapshot();
 * }
 * }</pre>
 *
 * <p>A store holds revisions, each a whole state of the cluster. Readers always see a whole
 * revision, also while a {@link RevisionDraft} is being written or committed. Thread-safe; several
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
   * Opens the store in an SQLite file, and makes the file if there is none. It is made readable for
   * its owner only. The driver {@code org.xerial:sqlite-jdbc} must be on the class path.
   *
   * @throws StateException if the file cannot be opened, is no SQLite file, or was written by a
   *     newer release
   */
  public static StateStore open(Path file) {
    return open(file, Clock.systemUTC());
  }

  /** As {@link #open(Path)}; the clock dates the revisions. */
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
   * Opens the store in a database of the caller's, and makes its tables if they are missing. The
   * data source stays the caller's: {@link #close()} leaves it open.
   *
   * <p>At present it must be SQLite 3.35 or newer; turn on foreign keys, a busy timeout and
   * write-ahead logging for it.
   *
   * @throws StateException if the database cannot be reached, is of another kind, or was written by
   *     a newer release
   */
  public static StateStore on(DataSource dataSource) {
    return on(dataSource, Clock.systemUTC());
  }

  /** As {@link #on(DataSource)}; the clock dates the revisions. */
  public static StateStore on(DataSource dataSource, Clock clock) {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.equalsIgnoreCase("SQLite")) {
        throw new StateException(
            "Unable to keep the state in " + product + ": this release knows SQLite", null);
      }
    } catch (SQLException e) {
      throw new StateException("Unable to reach the database of the state: " + e.getMessage(), e);
    }
    return new StateStore(dataSource, null, clock);
  }

  /** The latest revision whenever it is asked. */
  public StateView latest() {
    return new StateView(database, null);
  }

  /** The state as of a revision. */
  public StateView asOf(Revision revision) {
    return new StateView(database, revision);
  }

  /** The state as of a time: of the last revision that was committed by then, if there is any. */
  public Optional<StateView> asOf(Instant time) {
    RevisionRow row =
        database.read(ResourceMapper.class, mapper -> mapper.revisionAt(time.toEpochMilli()));
    return Optional.ofNullable(row).map(found -> asOf(Revision.of(found)));
  }

  /** The latest revision; empty while the store holds none. */
  public Optional<Revision> latestRevision() {
    return latest().revision();
  }

  /** The revision of this number, if there is one. */
  public Optional<Revision> revision(long number) {
    return Optional.ofNullable(
            database.read(ResourceMapper.class, mapper -> mapper.revision(number)))
        .map(Revision::of);
  }

  /** All revisions, oldest first. */
  public List<Revision> revisions() {
    return database.read(ResourceMapper.class, ResourceMapper::revisions).stream()
        .map(Revision::of)
        .toList();
  }

  /** The whole cluster as of the latest revision; empty lists while there is none. */
  public Infrastructure snapshot() {
    return latest().infrastructure();
  }

  /** The whole cluster as of a revision. */
  public Infrastructure snapshot(Revision revision) {
    return asOf(revision).infrastructure();
  }

  /** Begins a question about the nodes of the latest revision. */
  public NodeQuery nodes() {
    return latest().nodes();
  }

  /** Begins a question about the virtual machines of the latest revision. */
  public VmQuery vms() {
    return latest().vms();
  }

  /** Begins a question about the containers of the latest revision. */
  public ContainerQuery containers() {
    return latest().containers();
  }

  /** Begins a question about the storages of the latest revision. */
  public StorageQuery storages() {
    return latest().storages();
  }

  /** Begins a question about the resource pools of the latest revision. */
  public PoolQuery pools() {
    return latest().pools();
  }

  /** What is kept although the last sync could not confirm it. */
  public List<StaleResource> stale() {
    return latest().stale();
  }

  /** All versions of a guest, oldest first; one row for each change and none for a sync without. */
  public List<GuestVersion> history(VmId guest) {
    return database
        .read(ResourceMapper.class, mapper -> mapper.history(guest.toString(), GUEST_KINDS))
        .stream()
        .map(row -> GuestVersion.of(guest, row))
        .toList();
  }

  /**
   * Begins the next revision. One draft is open at a time, in whatever process; one whose process
   * has died does not count.
   *
   * @throws StateException if another one is open
   */
  public RevisionDraft draft() {
    RevisionDraft draft = RevisionDraft.begin(database, clock, drafts::remove);
    drafts.add(draft);
    return draft;
  }

  /** Discards drafts that are open, and closes the connections that the store has opened. */
  @Override
  public void close() {
    drafts.forEach(RevisionDraft::close);
    if (owned != null) {
      owned.close();
    }
  }
}
