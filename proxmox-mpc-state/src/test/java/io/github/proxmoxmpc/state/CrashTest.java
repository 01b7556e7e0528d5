package io.github.proxmoxmpc.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.fixtures.Sample;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

/** Kills a writing process at many points, and checks the store afterwards. */
class CrashTest {
  private static final int KILLED = 86;

  @TempDir private Path directory;

  static List<String> statements() {
    return Sample.of(
        List.of(
            "INSERT INTO staged_tag",
            "INSERT INTO revision",
            "UPDATE run\n    SET state = 'COMMITTED'",
            "UPDATE resource_version\n    SET valid_to = ?\n    WHERE valid_to = 9223372036854775807\n      AND EXISTS",
            "INSERT INTO resource_version",
            "INSERT INTO resource_tag",
            "INSERT INTO resource_stale",
            "DELETE FROM staged_resource"),
        2);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void aCrashLeavesTheRevisionBeforeWhole(String statement) throws Exception {
    Path file = directory.resolve("estate.db");
    try (StateStore store = StateStore.open(file)) {
      Estates.commit(store, Estates.large(700));
    }

    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Writer.class.getName(),
                file.toString(),
                statement)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("writer.log").toFile())
            .start();
    assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("writer.log")).content().doesNotContain("Exception");
    assertThat(writer.exitValue()).isEqualTo(KILLED);
    assertThat(rows(file, "run WHERE state = 'RUNNING'")).isEqualTo(1);

    try (StateStore store = StateStore.open(file)) {
      assertThat(store.revisions()).hasSize(1);
      assertThat(store.snapshot()).isEqualTo(Estates.large(700));
      assertThat(store.stale()).isEmpty();
      assertThat(rows(file, "staged_resource")).isZero();
      assertThat(rows(file, "staged_tag")).isZero();
      assertThat(rows(file, "staged_absence")).isZero();
      assertThat(Estates.commit(store, Estates.small()).revision().number()).isEqualTo(2);
    }
  }

  private static long rows(Path file, String from) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
      return rows.getLong(1);
    }
  }

  /** A process that is gone from one instruction to the next when it comes to a statement. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(JournalMode.WAL);
      config.enforceForeignKeys(true);
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl("jdbc:sqlite:" + arguments[0]);
      try (StateStore store = StateStore.on(deadlyAt(arguments[1], source));
          RevisionDraft draft = store.draft()) {
        for (VmState vm : Estates.large(800).vms()) {
          if (vm.vmid().value() % 3 == 0) {
            draft.put(
                new VmState(
                    vm.vmid(),
                    vm.node(),
                    "renamed",
                    vm.powerState(),
                    vm.template(),
                    vm.pool(),
                    vm.agent(),
                    vm.config(),
                    Collections.emptySortedSet()));
          } else if (vm.vmid().value() % 3 == 1) {
            draft.gone(ResourceKey.vm(vm.vmid()));
          } else {
            draft.stale(ResourceKey.vm(vm.vmid()), StaleReason.UNREADABLE);
          }
        }
        draft.commit();
      }
    }

    private static DataSource deadlyAt(String statement, DataSource source) {
      return proxy(
          DataSource.class,
          source,
          (method, argument) -> {},
          result ->
              result instanceof Connection connection
                  ? proxy(
                      Connection.class,
                      connection,
                      (method, argument) -> {
                        if (argument instanceof String sql && sql.startsWith(statement)) {
                          Runtime.getRuntime().halt(KILLED);
                        }
                      },
                      other -> other)
                  : result);
    }

    private interface Before {
      void call(String method, Object argument);
    }

    private interface After {
      Object result(Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Before before, After after) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> {
                if (arguments != null) {
                  before.call(method.getName(), arguments[0]);
                }
                try {
                  return after.result(method.invoke(target, arguments));
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }
  }
}
