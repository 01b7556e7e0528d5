package io.github.proxmoxmpc.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * Opens a pool of connections to an SQLite file. Only this class refers to the driver, which the
 * application provides and which may be missing.
 */
final class SqliteFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final int BUSY_TIMEOUT_MILLIS = 30_000;
  private static final int CONNECTIONS = 8;

  private SqliteFile() {}

  static HikariDataSource open(Path file) {
    try {
      makeOwnerOnly(file);
    } catch (IOException e) {
      throw new StateException(
          "Unable to create the state store " + file + ": " + e.getMessage(), e);
    }
    SQLiteConfig config = new SQLiteConfig();
    // Readers see the previous revision while a sync commits the next one.
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    // A deferred transaction that reads before it writes fails at once, without waiting for the
    // busy
    // timeout, if another writer comes in between. Reads use auto-commit.
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("proxmox-mpc-state");
    pool.setDataSource(source);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  /** Restricts access before the first write: the -wal and -shm files get the same rights. */
  private static void makeOwnerOnly(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    boolean posix =
        directory != null
            && Files.getFileStore(directory)
                .supportsFileAttributeView(PosixFileAttributeView.class);
    try {
      if (posix) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a directory", e);
      }
      // The file exists, perhaps with wider rights, which the code below restricts.
    }
    if (posix) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    } else {
      narrowWithoutPosix(file);
    }
  }

  private static void narrowWithoutPosix(Path file) throws IOException {
    File plain = file.toFile();
    boolean narrowed =
        plain.setReadable(false, false)
            & plain.setReadable(true, true)
            & plain.setWritable(false, false)
            & plain.setWritable(true, true);
    if (!narrowed && !plain.canWrite()) {
      throw new IOException("its permissions cannot be set");
    }
  }
}
