package io.github.proxmoxmpc.state;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Runs the statements of the mappers on a data source. Thread-safe. */
final class StateDatabase {
  private final SqlSessionFactory sessions;

  StateDatabase(DataSource dataSource) {
    Configuration configuration =
        new Configuration(new Environment("state", new JdbcTransactionFactory(), dataSource));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setJdbcTypeForNull(JdbcType.NULL);
    configuration.setCacheEnabled(false);
    // A session lives for one query, so its cache would only hold memory.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    load(configuration, ResourceMapper.class);
    load(configuration, RunMapper.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  private static void load(Configuration configuration, Class<?> mapper) {
    String resource = mapper.getName().replace('.', '/') + ".xml";
    try (InputStream xml =
        Objects.requireNonNull(
            mapper.getResourceAsStream(mapper.getSimpleName() + ".xml"), resource)) {
      new XMLMapperBuilder(xml, configuration, resource, configuration.getSqlFragments()).parse();
    } catch (IOException e) {
      throw new StateException("Unable to read " + resource + " from the class path", e);
    }
  }

  /** Runs one query. */
  <M, T extends @Nullable Object> T read(Class<M> mapper, Function<M, T> query) {
    try (SqlSession session = sessions.openSession(true)) {
      return query.apply(session.getMapper(mapper));
    } catch (PersistenceException e) {
      throw failed("read from", e);
    }
  }

  /** Runs a change in one transaction. */
  <T> T write(Function<RunMapper, T> change) {
    return transaction(ExecutorType.SIMPLE, change);
  }

  /** Writes many rows in one transaction. Update counts are not available before its end. */
  void writeBatch(Consumer<RunMapper> change) {
    transaction(
        ExecutorType.BATCH,
        mapper -> {
          change.accept(mapper);
          return true;
        });
  }

  private <T> T transaction(ExecutorType executor, Function<RunMapper, T> change) {
    try (SqlSession session = sessions.openSession(executor, false)) {
      T result = change.apply(session.getMapper(RunMapper.class));
      session.flushStatements();
      session.commit(true);
      return result;
    } catch (PersistenceException e) {
      throw failed("write to", e);
    }
  }

  private static StateException failed(String what, PersistenceException cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new StateException(
        "Unable to " + what + " the state store: " + root.getMessage(), cause);
  }
}
