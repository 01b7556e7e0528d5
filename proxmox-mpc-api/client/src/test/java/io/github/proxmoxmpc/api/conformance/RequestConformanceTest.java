package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Calls each operation with all of its parameters. The bytes that arrive at the server are those
 * that an independent reader of the schema file expects; the async variant sends the same bytes.
 */
class RequestConformanceTest {
  private static final int INDEX = 3;

  // RFC 3986: unreserved characters, escapes, and what parts names, values and segments. PVE cuts
  // a value at an unescaped '=' or ';'.
  private static final String QUERY = "[A-Za-z0-9._~*+&=%-]*+";
  private static final String PATH = "[A-Za-z0-9._~/!$&'()*+,:;@=%-]*+";
  private static final String NO_ESCAPE = "%(?![0-9A-F]{2})";

  private int parameters;

  @Test
  void everyParameterOfEveryOperationArrivesAsTheSchemaSays() throws Exception {
    assertThat(arriving("requests", SchemaFile.operations())).isEqualTo(678);
  }

  @Test
  void everyParameterOfARemovedOperationArrivesAtAnOlderServer() throws Exception {
    assertThat(arriving("requests of older releases", SchemaFile.goneOperations())).isEqualTo(18);
  }

  private int arriving(String what, List<Operation> operations) throws Exception {
    List<String> faults = faults(operations);
    System.out.printf(
        "%s: %d operations, %d parameters as the schema file says, asynchronously too%n",
        what, operations.size() - faults.size(), parameters);
    assertThat(faults).isEmpty();
    return operations.size();
  }

  private List<String> faults(List<Operation> operations) throws Exception {
    List<String> faults = new ArrayList<>();
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : operations) {
        PathWalk.Found found = PathWalk.find(PathWalk.root(client, operation), operation);
        for (FilledRequest.CallStyle way : FilledRequest.CallStyle.values()) {
          try {
            check(operation, found, way, server);
          } catch (AssertionError e) {
            faults.add(operation.title() + " " + way + ": " + e.getMessage());
          }
        }
      }
    }
    return faults;
  }

  private void check(
      Operation operation, PathWalk.Found found, FilledRequest.CallStyle way, RawServer server)
      throws Exception {
    String verb = operation.method().toLowerCase(Locale.ROOT);
    String answer = ResultText.whole().of(operation.returns());
    FilledRequest filled = FilledRequest.of(operation, found.place(), way);
    server.answer(answer);
    Verbs.close(call(found.place(), verb, filled));
    RawServer.Request arrived = server.request();
    compare(operation, found, filled, arrived);
    if (way == FilledRequest.CallStyle.TYPED) {
      parameters += found.segments().size() - literals(operation) + filled.expected().size();
    }

    server.answer(answer);
    Object future = call(found.place(), verb + "Async", filled);
    Verbs.close(((CompletableFuture<?>) Objects.requireNonNull(future)).get(30, TimeUnit.SECONDS));
    assertThat(server.request().comparable())
        .as("the asynchronous twin sends")
        .isEqualTo(arrived.comparable());
  }

  private static void compare(
      Operation operation, PathWalk.Found found, FilledRequest filled, RawServer.Request arrived) {
    String[] line = arrived.line().split(" ");
    assertThat(line[0]).isEqualTo(operation.method());
    assertThat(line[2]).isEqualTo("HTTP/1.1");
    String[] target = line[1].split("\\?", 2);
    assertThat(target[0]).matches(PATH).doesNotContainPattern(NO_ESCAPE);
    assertThat(arrived.segments()).isEqualTo(found.segments());

    String query = target.length > 1 ? target[1] : "";
    if (operation.writesBody()) {
      assertThat(query).isEmpty();
      assertThat(arrived.header("Content-Length")).isEqualTo("" + arrived.body().length());
      if (operation.isUpload()) {
        String type = Objects.requireNonNull(arrived.header("Content-Type"));
        Map<String, List<String>> parts = Multipart.pairs(type, arrived.body());
        assertThat(parts).isEqualTo(filled.expected());
        assertThat(parts.keySet())
            .containsExactly("content", "checksum-algorithm", "checksum", "filename");
        return;
      }
      assertThat(arrived.header("Content-Type"))
          .isIn("application/x-www-form-urlencoded", null)
          .matches(type -> type != null || arrived.body().isEmpty());
    } else {
      assertThat(arrived.body()).isEmpty();
      assertThat(arrived.header("Content-Length")).isNull();
    }
    String sent = operation.writesBody() ? arrived.body() : query;
    assertThat(sent).matches(QUERY).doesNotContainPattern(NO_ESCAPE);
    assertThat(Form.pairs(sent)).isEqualTo(filled.expected());
  }

  private static long literals(Operation operation) {
    return Arrays.stream(operation.path().substring(1).split("/"))
        .filter(word -> !word.startsWith("{"))
        .count();
  }

  private static @Nullable Object call(Object place, String verb, FilledRequest filled)
      throws ReflectiveOperationException {
    Object[] arguments = filled.request() == null ? new Object[0] : new Object[] {filled.request()};
    for (Method method : place.getClass().getMethods()) {
      if (method.getName().equals(verb)
          && method.getParameterCount() == arguments.length
          && (arguments.length == 0 || method.getParameterTypes()[0].isInstance(arguments[0]))) {
        return Verbs.invoke(place, method, arguments);
      }
    }
    throw new AssertionError("no " + verb + " takes " + filled.request());
  }
}
