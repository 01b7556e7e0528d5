package io.github.proxmoxmpc.api.rest;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.WrongReleaseException;
import io.github.proxmoxmpc.api.identifier.Release;
import io.github.proxmoxmpc.api.internal.ApiCaller;
import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.internal.Parameters;
import io.github.proxmoxmpc.api.internal.check.RequestRules;
import io.github.proxmoxmpc.api.request.ApiRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** A client and a server of some release: sends a part of a request, and looks whether it came. */
final class ReleaseProbe implements AutoCloseable {
  private final Release release;
  private final Server server;
  private final ProxmoxClient client;
  private final ApiCaller caller;
  private final Map<String, Place> places = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * An operation of the path tree.
   *
   * @param operation its facts
   * @param rules the rules of its request; null where it takes none
   */
  record Place(Operation operation, @Nullable RequestRules rules) {}

  ReleaseProbe(String release) throws ReflectiveOperationException {
    this.release = Release.of(release);
    this.server = new Server(release);
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(server).build();
    this.client =
        ProxmoxClient.builder("https://pve.example")
            .token("ci@pve!build", Secret.of("secret"))
            .httpClient(http)
            .build();
    Field runtime = ProxmoxClient.class.getDeclaredField("runtime");
    runtime.setAccessible(true);
    this.caller = (ApiCaller) Objects.requireNonNull(runtime.get(client));
    new PathTreeWalk(this::visit).into(client.api());
  }

  private void visit(Object place, Method verb, Object... arguments)
      throws ReflectiveOperationException {
    Operation operation = operationOf(place, verb);
    places.putIfAbsent(operation.title(), new Place(operation, rulesOf(place, verb)));
  }

  /** The operations of the path tree, by method and path. */
  Map<String, Place> places() {
    return places;
  }

  /** Whether the release is one of those from a first to a last; null for no such limit. */
  boolean isWithin(@Nullable String first, @Nullable String last) {
    return (first == null || !release.isBefore(Release.of(first)))
        && (last == null || !Release.of(last).isBefore(release));
  }

  /** What went another way than it should have. */
  List<String> faults() {
    return faults;
  }

  Map<String, Integer> counts() {
    return counts;
  }

  /** Sends an operation without parameters. */
  void send(String kind, Place place, boolean expected) {
    send(kind, place, place.operation().title(), Parameters.none(), expected);
  }

  /** Sends a parameter with a value. */
  void send(String kind, Place place, String name, String value, boolean expected) {
    String wire = name.replace("[n]", "0");
    RequestRules rules = Objects.requireNonNull(place.rules(), place.operation().title());
    Parameters parameters =
        Parameters.builder()
            .set(wire, value)
            .needs(rules.needs(Map.of(wire, List.of(value))))
            .build();
    String what = place.operation().title() + " ? " + name + " = " + value;
    send(kind, place, what, parameters, expected);
  }

  private void send(
      String kind, Place place, String what, Parameters parameters, boolean expected) {
    Anything anything = caller.service(Anything.class, type -> null);
    int before = server.received;
    try {
      caller.execute(place.operation(), anything.send(parameters));
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

  @Override
  public void close() {
    client.close();
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
