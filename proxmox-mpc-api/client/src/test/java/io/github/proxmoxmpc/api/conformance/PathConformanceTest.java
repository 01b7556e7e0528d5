package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.PathWalk.Found;
import io.github.proxmoxmpc.api.conformance.PathWalk.Turn;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of each path, by its type and bare, is given values that the schema file forbids,
 * and values that would lead to another place. They are refused before anything is sent, by the
 * name of the parameter or what it stands for, the value and the rule; what is not refused arrives
 * as the one part of the path that it is.
 */
class PathConformanceTest {
  /** Leads to another place only where something decodes it twice. */
  private static final String ENCODED = "..%2fx";

  /** One row of what is printed. */
  private static final class Row {
    private final Set<String> types = new TreeSet<>();
    private int operations;
    private int tried;
    private int refused;
  }

  private final Map<String, Row> rows = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int arrived;

  @Test
  void anInvalidPathValueIsRejectedByNameAndNothingIsSent() throws Exception {
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : SchemaFile.everyOperation()) {
        Object root = PathWalk.root(client, operation);
        for (Turn turn : PathWalk.turns(root, operation)) {
          check(server, root, operation, turn);
        }
      }
    }
    print();
    assertThat(faults).isEmpty();
    assertThat(arrived).isGreaterThan(600);
  }

  private void print() {
    System.out.println("path parameter, operations, values tried and refused, rule, taken as");
    rows.forEach(
        (name, row) ->
            System.out.printf(
                "%-64s %4d %5d %5d  %s%n",
                name, row.operations, row.tried, row.refused, String.join(", ", row.types)));
    System.out.printf(
        "path parameters: %d, %d values tried, %d refused, %d arrived as one part, %d faults%n",
        rows.size(),
        rows.values().stream().mapToInt(row -> row.tried).sum(),
        rows.values().stream().mapToInt(row -> row.refused).sum(),
        arrived,
        faults.size());
  }

  /** The rule as the schema file has it. */
  private static String rule(Facts facts) {
    if (!facts.values().isEmpty()) {
      return "one of " + facts.values().size();
    }
    StringBuilder rule = new StringBuilder();
    rule.append(
        facts.text(facts.has("pattern") ? "pattern" : facts.has("format") ? "format" : "type"));
    for (String limit : List.of("minimum", "maximum", "minLength", "maxLength")) {
      if (facts.has(limit)) {
        rule.append(' ').append(limit).append(' ').append(facts.text(limit));
      }
    }
    return rule.append(facts.has("takesRest") ? " and slashes" : "").toString();
  }

  private void check(RawServer server, Object root, Operation operation, Turn turn)
      throws Exception {
    Row row = rows.computeIfAbsent(turn.name() + ": " + rule(turn.facts()), name -> new Row());
    row.operations++;
    boolean passes = false;
    for (Method way : turn.ways()) {
      Class<?> type = way.getParameterTypes()[0];
      row.types.add(type.getSimpleName());
      for (String value : WrongExamples.misleading()) {
        passes |= tryOut(row, operation, turn, way, value) && value.equals(ENCODED);
      }
      for (String value : isBare(type) ? WrongExamples.ofPath(turn.facts()) : List.<String>of()) {
        if (tryOut(row, operation, turn, way, value)) {
          faults.add(operation.title() + " takes " + turn.name() + " = '" + value + "'");
        }
      }
    }
    if (passes) {
      send(server, root, operation, Map.of(turn.name(), ENCODED));
    }
  }

  /** Whether a value passes; one that the type of the step cannot be does not. */
  private boolean tryOut(Row row, Operation operation, Turn turn, Method way, String value)
      throws ReflectiveOperationException {
    String refusal = refusal(turn, way, value);
    if (refusal == null) {
      return false;
    }
    row.tried++;
    if (!refusal.isEmpty()) {
      row.refused++;
      judge(operation, turn, value, refusal);
      return false;
    }
    if (WrongExamples.misleads(value, turn.takesRest())) {
      faults.add(operation.title() + " takes " + turn.name() + " = '" + value + "'");
    }
    return true;
  }

  private static boolean isBare(Class<?> type) {
    return type == String.class || type.isPrimitive();
  }

  /**
   * Returns the error message for a value; empty if it is accepted, null if the type has no such
   * value.
   */
  private static @Nullable String refusal(Turn turn, Method way, String value)
      throws ReflectiveOperationException {
    Object argument;
    try {
      argument = Arguments.of(way.getParameterTypes()[0], value);
    } catch (NumberFormatException e) {
      return null;
    } catch (AssertionError e) {
      return String.valueOf(e.getCause().getMessage());
    }
    try {
      way.invoke(turn.place(), argument);
      return "";
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
      return String.valueOf(e.getCause().getMessage());
    }
  }

  private void judge(Operation operation, Turn turn, String value, String refusal) {
    boolean byParameter =
        refusal.startsWith("In the path: " + turn.name() + " = '" + value + "': must ");
    boolean byKind = refusal.matches("(?s)'?\\Q" + value + "\\E'? is not a .*");
    if (!byParameter && !byKind) {
      faults.add(operation.title() + " says of " + turn.name() + ": " + refusal);
    }
  }

  private void send(RawServer server, Object root, Operation operation, Map<String, String> values)
      throws Exception {
    server.answer(ResultText.whole().of(operation.returns()));
    Found found = PathWalk.find(root, operation, values);
    Verbs.close(Verbs.callAt(operation, found.place()));
    RawServer.Request request = server.request();
    if (request.segments().equals(found.segments())) {
      arrived++;
    } else {
      faults.add(operation.title() + " " + values + " arrives as " + request.line());
    }
  }
}
