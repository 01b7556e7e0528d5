package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.TreeVerb;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Each operation is called with every parameter that it has, and what arrives at the server, byte
 * by byte, is what an independent reading of the schema file expects.
 */
class RequestConformanceTest {
  private static final int INDEX = 3;

  // RFC 3986: unreserved characters, escapes, and what parts names, values and segments. PVE cuts
  // a value at an unescaped '=' or ';'.
  private static final String QUERY = "[A-Za-z0-9._~*+&=%-]*+";
  private static final String PATH = "[A-Za-z0-9._~/!$&'()*+,:;@=%-]*+";
  private static final String NO_ESCAPE = "%(?![0-9A-F]{2})";

  /** As the server prints them in configurations; it reads all three. */
  private static final Map<String, String> SEPARATORS =
      Map.of(
          "pve-tag-list", ";",
          "address-list", " ",
          "dns-name-list", " ",
          "lxc-ip-with-ll-iface-list", " ");

  // vzdump counts these in minutes, and all other durations of the API are in seconds.
  private static final Set<String> IN_MINUTES = Set.of("lockwait", "stopwait");

  private int parameters;

  @Test
  void everyParameterOfEveryOperationArrivesAsTheSchemaSays() throws Exception {
    assertThat(arriving("requests", SchemaFile.operations())).isEqualTo(675);
  }

  @Test
  void everyParameterOfAnOperationThatIsGoneArrivesAtAServerThatHasIt() throws Exception {
    assertThat(arriving("requests of older releases", SchemaFile.goneOperations())).isEqualTo(18);
  }

  private int arriving(String what, List<Operation> operations) throws Exception {
    List<String> faults = faults(operations);
    System.out.printf(
        "%s: %d operations, %d parameters as the schema file says%n",
        what, operations.size() - faults.size(), parameters);
    assertThat(faults).isEmpty();
    return operations.size();
  }

  private List<String> faults(List<Operation> operations) throws Exception {
    List<String> faults = new ArrayList<>();
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : operations) {
        server.answer(ResultText.whole().of(operation.returns()));
        try {
          check(operation, PathWalk.root(client, operation), server);
        } catch (AssertionError e) {
          faults.add(operation.title() + ": " + e.getMessage());
        }
      }
    }
    return faults;
  }

  private void check(Operation operation, Object root, RawServer server)
      throws ReflectiveOperationException {
    PathWalk.Found found = PathWalk.find(root, operation);
    Map<String, List<String>> expected = new LinkedHashMap<>();
    Object request = request(operation, found.place(), expected);
    call(operation, found.place(), request);

    RawServer.Request arrived = server.request();
    String[] line = arrived.line().split(" ");
    assertThat(line[0]).isEqualTo(operation.method());
    assertThat(line[2]).isEqualTo("HTTP/1.1");
    String[] target = line[1].split("\\?", 2);
    assertThat(target[0]).startsWith("/api2/json/").matches(PATH).doesNotContainPattern(NO_ESCAPE);
    assertThat(segments(target[0])).isEqualTo(found.segments());

    String query = target.length > 1 ? target[1] : "";
    if (operation.writesBody()) {
      assertThat(query).isEmpty();
      assertThat(arrived.header("Content-Length")).isEqualTo("" + arrived.body().length());
      assertThat(arrived.header("Content-Type"))
          .isIn("application/x-www-form-urlencoded", null)
          .matches(type -> type != null || arrived.body().isEmpty());
    } else {
      assertThat(arrived.body()).isEmpty();
      assertThat(arrived.header("Content-Length")).isNull();
    }
    String sent = operation.writesBody() ? arrived.body() : query;
    assertThat(sent).matches(QUERY).doesNotContainPattern(NO_ESCAPE);
    assertThat(pairs(sent)).isEqualTo(expected);
    parameters += found.segments().size() - literals(operation) + expected.size();
  }

  private static long literals(Operation operation) {
    return Arrays.stream(operation.path().substring(1).split("/"))
        .filter(word -> !word.startsWith("{"))
        .count();
  }

  /** The request with every parameter set; null where the verb takes none. */
  private static Object request(
      Operation operation, Object place, Map<String, List<String>> expected)
      throws ReflectiveOperationException {
    String verb = operation.method().toLowerCase(Locale.ROOT);
    Class<?> type = new TreeVerb(place.getClass(), verb).request();
    if (type == null) {
      assertThat(operation.sent()).isEmpty();
      return new Object[0];
    }
    Method begin = method(type, "builder");
    List<Object> required = new ArrayList<>();
    Map<String, Facts> left = operation.sent();
    for (int i = 0; i < begin.getParameterCount(); i++) {
      String java = begin.getParameters()[i].getName();
      String wire =
          operation.sent().keySet().stream()
              .filter(name -> PathWalk.same(java, name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("builder(" + java + ") is no parameter"));
      Facts facts = left.get(wire);
      required.add(Arguments.of(begin.getGenericParameterTypes()[i], text(facts)));
      expected.put(wire, values(facts, begin.getParameterTypes()[i]));
      left.remove(wire);
    }
    Object builder = begin.invoke(null, required.toArray());
    // What asks for bytes has a verb of its own: set here, the answer would be no JSON.
    String flag = operation.returns().text("downloadParameter");
    left.remove(flag);
    assertThat(builder.getClass().getMethods()).noneMatch(each -> each.getName().equals(flag));
    method(builder.getClass(), "unchecked").invoke(builder);
    for (Map.Entry<String, Facts> parameter : left.entrySet()) {
      set(builder, parameter.getKey(), parameter.getValue(), expected);
    }
    return method(builder.getClass(), "build").invoke(builder);
  }

  private static void set(
      Object builder, String wire, Facts facts, Map<String, List<String>> expected)
      throws ReflectiveOperationException {
    boolean indexed = wire.endsWith("[n]");
    String plain = indexed ? wire.substring(0, wire.length() - "[n]".length()) : wire;
    if (wire.equals("delete") && !facts.type().equals("boolean")) {
      method(builder.getClass(), "unset").invoke(builder, (Object) new String[] {"abc", "def"});
      boolean isArray = facts.type().equals("array");
      expected.put(wire, isArray ? List.of("abc", "def") : List.of("abc,def"));
      return;
    }
    Method setter =
        Arrays.stream(builder.getClass().getMethods())
            .filter(method -> PathWalk.same(method.getName(), plain))
            .filter(method -> method.getParameterCount() == (indexed ? 2 : 1))
            .filter(method -> method.getReturnType() == builder.getClass())
            .max(
                Comparator.comparing((Method method) -> PathWalk.sameWords(method.getName(), plain))
                    .thenComparing(method -> !isBare(method)))
            .orElseThrow(() -> new AssertionError("no setter for " + wire));
    Type type = setter.getGenericParameterTypes()[indexed ? 1 : 0];
    // What the server keeps encoded, a person sets as it is.
    boolean encoded = facts.text("format").equals("urlencoded");
    Object argument = Arguments.of(type, encoded ? decoded(text(facts)) : text(facts));
    if (argument instanceof Duration seconds && IN_MINUTES.contains(wire)) {
      argument = seconds.multipliedBy(60);
    }
    if (indexed) {
      setter.invoke(builder, INDEX, argument);
    } else {
      setter.invoke(builder, argument);
    }
    Class<?> raw = setter.getParameterTypes()[indexed ? 1 : 0];
    expected.put(indexed ? plain + INDEX : wire, values(facts, raw));
  }

  private static boolean isBare(Method method) {
    Class<?> last = method.getParameterTypes()[method.getParameterCount() - 1];
    return last == String.class || last.isPrimitive();
  }

  private static String text(Facts facts) {
    return Examples.of(facts.type().equals("array") ? facts.items() : facts);
  }

  /** What has to arrive: an array's name again and again, a list of text in one value. */
  private static List<String> values(Facts facts, Class<?> argument) {
    String text = text(facts);
    if (argument != List.class) {
      return List.of(text);
    }
    return facts.type().equals("array")
        ? List.of(text, text)
        : List.of(text + SEPARATORS.getOrDefault(facts.text("format"), ",") + text);
  }

  private static void call(Operation operation, Object place, Object request)
      throws ReflectiveOperationException {
    Object[] arguments = request instanceof Object[] none ? none : new Object[] {request};
    for (Method verb : verbs(operation, place)) {
      boolean takes =
          arguments.length == 0
              ? verb.getParameterCount() == 0
              : verb.getParameterCount() == 1
                  && verb.getParameterTypes()[0].isInstance(arguments[0]);
      if (takes) {
        try {
          verb.invoke(place, arguments);
        } catch (InvocationTargetException e) {
          throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
        }
        return;
      }
    }
    throw new AssertionError("no verb takes " + request);
  }

  private static List<Method> verbs(Operation operation, Object place) {
    String name = operation.method().toLowerCase(Locale.ROOT);
    return Arrays.stream(place.getClass().getMethods())
        .filter(method -> method.getName().equals(name))
        .toList();
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> !method.isBridge())
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name));
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.substring("/api2/json/".length()).split("/"))
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  private static Map<String, List<String>> pairs(String form) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
      String[] parts = pair.split("=", -1);
      assertThat(parts).as(pair).hasSize(2);
      pairs.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[1]));
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
