package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.check.RequestRules;
import io.github.proxmoxmpc.api.error.WrongReleaseException;
import io.github.proxmoxmpc.api.identifier.Release;
import io.github.proxmoxmpc.api.internal.ApiCaller;
import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.internal.Parameters;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.request.ApiRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/**
 * Every operation, every parameter and every value, to a server of a release: sent or refused as
 * the schema file says, which is read here apart from the generator.
 */
class ReleaseTableTest {
  private static final JsonObject SCHEMA = schema();

  @ParameterizedTest
  @ValueSource(strings = {"7.4", "8.3", "9.2"})
  void whatTheReleaseLacksIsRefusedAndAllElseIsSent(String release) throws Exception {
    Server server = new Server(release);
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(server).build();
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://pve.example")
            .token("ci@pve!build", "secret")
            .httpClient(http)
            .build()) {
      Table table = new Table(Release.of(release), server, caller(client));
      new PathTreeWalk(table::visit).into(client.api());
      table.print();
      assertThat(table.faults).isEmpty();
      assertThat(table.counts.values()).allMatch(count -> count > 0);
    }
  }

  private static JsonObject schema() {
    try {
      return (JsonObject) JsonValue.parse(Files.readString(Path.of("../schema/pve-api.json")));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ApiCaller caller(ProxmoxClient client) throws ReflectiveOperationException {
    Field runtime = ProxmoxClient.class.getDeclaredField("runtime");
    runtime.setAccessible(true);
    return (ApiCaller) Objects.requireNonNull(runtime.get(client));
  }

  /** What is sent, whatever the operation is called. */
  interface Anything {
    @POST("anything")
    Call<Void> send(@Tag Parameters parameters);
  }

  /** Says its release, and counts what else arrives. */
  private static final class Server implements Interceptor {
    private final String release;
    private int received;

    Server(String release) {
      this.release = release;
    }

    @Override
    public Response intercept(Chain chain) {
      boolean version = chain.request().url().encodedPath().endsWith("/version");
      received += version ? 0 : 1;
      String data = version ? "{\"version\":\"" + release + "-1\"}" : "null";
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .body(ResponseBody.create("{\"data\":" + data + "}", MediaType.get("application/json")))
          .build();
    }
  }

  private static final class Table {
    private final Release release;
    private final Server server;
    private final ApiCaller caller;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Table(Release release, Server server, ApiCaller caller) {
      this.release = release;
      this.server = server;
      this.caller = caller;
      List<String> kinds = List.of("operations sent", "parameters sent", "values sent");
      kinds.forEach(kind -> counts.put(kind, 0));
    }

    void print() {
      System.out.printf("release %s: %s%n", release, counts);
    }

    void visit(Object place, Method verb, Object... arguments) throws ReflectiveOperationException {
      Operation operation = operationOf(place, verb);
      if (!seen.add(operation.title())) {
        return;
      }
      JsonObject facts = object(object(SCHEMA, "operations"), operation.title());
      boolean there = isSince(text(facts, "since"));
      expect("operations", operation, operation.title(), Parameters.none(), there);
      RequestRules rules = rulesOf(place, verb);
      JsonObject parameters = object(facts, "parameters");
      for (String name : parameters.names()) {
        if (!operation.path().contains("{" + name + "}") && rules != null) {
          check(operation, rules, name, object(parameters, name), there);
        }
      }
      if (rules != null) {
        checkGone(operation, rules, parameters, there);
      }
    }

    private void check(
        Operation operation, RequestRules rules, String name, JsonObject facts, boolean there) {
      boolean taken = there && isSince(text(facts, "since"));
      send("parameters", operation, rules, name, "some", taken);
      JsonObject since = object(facts, "valueSince");
      if (facts.get("enum") instanceof JsonArray values) {
        for (JsonValue value : values.values()) {
          String literal = value instanceof JsonString string ? string.value() : value.toString();
          boolean known = taken && isSince(text(since, literal));
          send("values", operation, rules, name, literal, known);
        }
      }
    }

    private void checkGone(
        Operation operation, RequestRules rules, JsonObject parameters, boolean there) {
      JsonObject gone = object(SCHEMA, "gone");
      for (String key : gone.names()) {
        String prefix = operation.title() + " ? ";
        if (!key.startsWith(prefix) || key.contains(" . ")) {
          continue;
        }
        String[] parts = key.substring(prefix.length()).split(" = ", 2);
        JsonObject facts = object(gone, key);
        boolean had =
            there
                && isSince(text(facts, "since"))
                && !Release.of(Objects.requireNonNull(text(facts, "until"))).isBefore(release);
        JsonValue now = parameters.get(parts[0]);
        if (parts.length == 1) {
          send("parameters", operation, rules, parts[0], "some", had);
        } else if (now instanceof JsonObject parameter && parameter.has("enum")) {
          send("values", operation, rules, parts[0], parts[1], had);
        }
      }
    }

    private void send(
        String kind,
        Operation operation,
        RequestRules rules,
        String name,
        String value,
        boolean expected) {
      String wire = name.replace("[n]", "0");
      Parameters parameters =
          Parameters.builder()
              .set(wire, value)
              .needs(rules.needs(Map.of(wire, List.of(value))))
              .build();
      expect(
          kind, operation, operation.title() + " ? " + name + " = " + value, parameters, expected);
    }

    private void expect(
        String kind, Operation operation, String what, Parameters parameters, boolean expected) {
      Anything anything = caller.service(Anything.class, type -> null);
      int before = server.received;
      try {
        caller.execute(operation, anything.send(parameters));
      } catch (WrongReleaseException e) {
        if (!e.found().equals(release.toString())) {
          faults.add(what + ": " + e.getMessage());
        }
      }
      boolean sent = server.received > before;
      if (sent != expected) {
        faults.add(what + (sent ? " was sent" : " was refused"));
      }
      counts.merge(kind + (sent ? " sent" : " refused"), 1, Integer::sum);
    }

    private boolean isSince(@Nullable String since) {
      return since == null || !release.isBefore(Release.of(since));
    }
  }

  private static JsonObject object(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }

  private static @Nullable String text(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonString text ? text.value() : null;
  }

  private static Operation operationOf(Object place, Method verb)
      throws ReflectiveOperationException {
    Field constant = place.getClass().getDeclaredField(verb.getName().toUpperCase(Locale.ROOT));
    constant.setAccessible(true);
    return (Operation) Objects.requireNonNull(constant.get(null));
  }

  /** The rules of a request; null where the operation takes none. */
  private static @Nullable RequestRules rulesOf(Object place, Method verb)
      throws ReflectiveOperationException {
    Class<?> request =
        Arrays.stream(place.getClass().getMethods())
            .filter(each -> each.getName().equals(verb.getName()) && each.getParameterCount() == 1)
            .<Class<?>>map(each -> each.getParameterTypes()[0])
            .filter(ApiRequest.class::isAssignableFrom)
            .findFirst()
            .orElse(null);
    if (request == null) {
      return null;
    }
    Field rules = request.getDeclaredField("RULES");
    rules.setAccessible(true);
    return (RequestRules) rules.get(null);
  }
}
