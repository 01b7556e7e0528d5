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
 * Brings a database to the tables of this release: the scripts that it has not seen yet, in order,
 * all in one transaction. A script that was changed after it ran is refused, and so is a database
 * that a newer release has written.
 */
final class Migrations {
  /** In order; position is version. A script never changes once it was released. */
  private static final List<String> SCRIPTS = List.of("0001-temporal-resources.sql");

  private final List<Script> scripts;

  private Migrations(List<Script> scripts) {
    this.scripts = scripts;
  }

  /** The migrations of this release. */
  static Migrations released() {
    return new Migrations(SCRIPTS.stream().map(Migrations::load).toList());
  }

  static Migrations of(List<Script> scripts) {
    return new Migrations(List.copyOf(scripts));
  }

  /**
   * One step from version to version.
   *
   * @param name what the schema_version table calls it
   * @param sql statements, each ended by a semicolon at the end of a line
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
        // Undoes what a failure left; after a commit there is nothing left to undo.
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
                + "), this release knows version "
                + scripts.size()
                + ": open it with the release that wrote it, or a newer one",
            null);
      }
      Script known = scripts.get(version - 1);
      if (!known.checksum().equals(checksums.get(version))) {
        throw new StateException(
            "The state store was made by another form of migration "
                + known.name()
                + ": its tables may differ from what this release expects, so it is left alone",
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
