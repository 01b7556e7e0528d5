package io.github.proxmoxmpc.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Migrates a database to the tables of this release. Runs the missing scripts in order and in one
 * transaction. Rejects a database if a script has changed after it ran, or if a newer release wrote
 * it.
 */
final class Migrations {
  /** The scripts; the position is the version. A released script never changes. */
  private static final List<String> SCRIPTS = List.of("0001-temporal-resources.sql");

  private final List<Script> scripts;

  private Migrations(List<Script> scripts) {
    this.scripts = scripts;
  }

  /** Returns the migrations of this release. */
  static Migrations released() {
    return new Migrations(SCRIPTS.stream().map(Migrations::load).toList());
  }

  static Migrations of(List<Script> scripts) {
    return new Migrations(List.copyOf(scripts));
  }

  /**
   * One migration step.
   *
   * @param name its name in the schema_version table
   * @param sql the statements, each terminated by a semicolon at the end of a line
   */
  record Script(String name, String sql) {
    String checksum() {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest(sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    List<String> statements() {
      List<String> statements = new ArrayList<>();
      StringBuilder statement = new StringBuilder();
      for (String line : sql.lines().toList()) {
        if (line.isBlank() || line.strip().startsWith("--")) {
          continue;
        }
        statement.append(line).append('\n');
        if (line.stripTrailing().endsWith(";")) {
          statements.add(statement.toString().strip());
          statement.setLength(0);
        }
      }
      if (!statement.isEmpty()) {
        throw new IllegalStateException(name + " ends within a statement");
      }
      return statements;
    }
  }

  private static Script load(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
      if (in == null) {
        throw new StateException("Migration " + name + " is not on the class path", null);
      }
      return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StateException("Unable to read migration " + name + " from the class path", e);
    }
  }

  void run(DataSource dataSource, Clock clock) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        run(connection, clock);
        connection.commit();
      } finally {
        // Reverts a failed migration; has no effect after a commit.
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw new StateException(
          "Unable to prepare the tables of the state store: " + e.getMessage(), e);
    }
  }

  private void run(Connection connection, Clock clock) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY,"
              + " name TEXT NOT NULL, checksum VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL)");
    }
    Map<Integer, Script> applied = new TreeMap<>();
    Map<Integer, String> checksums = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT version, name, checksum FROM schema_version ORDER BY version")) {
      while (rows.next()) {
        applied.put(rows.getInt(1), new Script(rows.getString(2), ""));
        checksums.put(rows.getInt(1), rows.getString(3));
      }
    }
    for (Map.Entry<Integer, Script> entry : applied.entrySet()) {
      int version = entry.getKey();
      if (version > scripts.size()) {
        throw new StateException(
            "The state store has tables of version "
                + version
                + " ("
                + entry.getValue().name()
                + "), but this release knows only version "
                + scripts.size()
                + ": open it with the release that wrote it, or a newer one",
            null);
      }
      Script known = scripts.get(version - 1);
      if (!known.checksum().equals(checksums.get(version))) {
        throw new StateException(
            "The state store was created by a different form of migration "
                + known.name()
                + ": its tables may differ from the ones that this release expects. Open it with the"
                + " release that created it",
            null);
      }
    }
    for (int version = applied.size() + 1; version <= scripts.size(); version++) {
      apply(connection, version, clock);
    }
  }

  private void apply(Connection connection, int version, Clock clock) throws SQLException {
    Script script = scripts.get(version - 1);
    try (Statement statement = connection.createStatement()) {
      for (String sql : script.statements()) {
        statement.execute(sql);
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO schema_version (version, name, checksum, applied_at)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, version);
      insert.setString(2, script.name());
      insert.setString(3, script.checksum());
      insert.setLong(4, clock.millis());
      insert.executeUpdate();
    }
  }
}
