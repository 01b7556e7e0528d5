package io.github.proxmoxmpc.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.state.Migrations.Script;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class MigrationsTest {
  private static final Script FIRST =
      new Script("0001-a.sql", "-- a comment;\nCREATE TABLE a (\n  x INTEGER\n);\n");
  private static final Script SECOND =
      new Script("0002-b.sql", "CREATE TABLE b (x INTEGER);\nINSERT INTO b VALUES (1);\n");

  @TempDir private Path directory;
  private final SQLiteDataSource source = new SQLiteDataSource();

  @BeforeEach
  void nameTheFile() {
    source.setUrl("jdbc:sqlite:" + directory.resolve("estate.db"));
  }

  private void run(Script... scripts) {
    Migrations.of(List.of(scripts)).run(source, Clock.systemUTC());
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private List<String> tables() throws SQLException {
    return ask("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  }

  @Test
  void eachScriptRunsOnceAndInOrder() throws SQLException {
    run(FIRST);
    assertThat(tables()).containsExactly("a", "schema_version");
    run(FIRST, SECOND);
    run(FIRST, SECOND);
    assertThat(tables()).containsExactly("a", "b", "schema_version");
    assertThat(ask("SELECT x FROM b")).containsExactly("1");
    assertThat(ask("SELECT version || ' ' || name FROM schema_version ORDER BY version"))
        .containsExactly("1 0001-a.sql", "2 0002-b.sql");
  }

  @Test
  void aScriptThatFailsLeavesTheDatabaseAsItWas() throws SQLException {
    run(FIRST);
    Script broken =
        new Script("0002-b.sql", "CREATE TABLE b (x INTEGER);\nINSERT INTO c VALUES;\n");
    assertThatThrownBy(() -> run(FIRST, broken)).isInstanceOf(StateException.class);
    assertThat(tables()).containsExactly("a", "schema_version");
    assertThat(ask("SELECT version FROM schema_version")).containsExactly("1");
  }

  @Test
  void aScriptThatWasChangedAfterItRanIsRefused() {
    run(FIRST);
    Script changed = new Script(FIRST.name(), FIRST.sql().replace("x", "y"));
    assertThatThrownBy(() -> run(changed, SECOND))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("0001-a.sql");
  }

  @Test
  void lineEndingsOfACheckoutAreNotAChange() {
    run(FIRST);
    run(new Script(FIRST.name(), FIRST.sql().replace("\n", "\r\n")));
    assertThat(directory).isNotEmptyDirectory();
  }

  @Test
  void aStoreOfANewerReleaseIsRefused() {
    run(FIRST, SECOND);
    assertThatThrownBy(() -> run(FIRST))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("newer");
  }

  @Test
  void theReleasedScriptsMakeTheTablesOfTheStore() throws SQLException {
    Migrations.released().run(source, Clock.systemUTC());
    Migrations.released().run(source, Clock.systemUTC());
    assertThat(tables())
        .containsExactly(
            "resource_stale",
            "resource_tag",
            "resource_version",
            "revision",
            "run",
            "schema_version",
            "staged_absence",
            "staged_resource",
            "staged_tag");
  }
}
