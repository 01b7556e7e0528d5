package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.TreeVerb;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.WrongReleaseException;
import io.github.proxmoxmpc.api.identifier.Release;
import io.github.proxmoxmpc.api.internal.ApiCaller;
import io.github.proxmoxmpc.api.internal.Parameters;
import io.github.proxmoxmpc.api.internal.check.RequestRules;
import java.lang.reflect.Field;
import java.util.List;
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
import retrofit2.Call;
import retrofit2.http.POST;
import retrofit2.http.Tag;

/** A client and a server of some release: sends a part of a request, and looks whether it came. */
final class ReleaseProbe implements AutoCloseable {
  private final Release release;
  private final Server server;
  private final ProxmoxClient client;
  private final ApiCaller caller;
  private final Map<String, TreeVerb> verbs = new TreeMap<>();

  ReleaseProbe(Release release) throws ReflectiveOperationException {
    this.release = release;
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
    new PathTreeWalk(
            (place, verb, arguments) -> {
              TreeVerb found = new TreeVerb(place.getClass(), verb.getName());
              verbs.put(found.operation().title(), found);
            })
        .into(client.api());
  }

  /** The operations of the path tree, by method and path. */
  Set<String> operations() {
    return verbs.keySet();
  }

  /** Whether the client sends a part, and nothing else, to the server. */
  boolean sends(Part part) throws ReflectiveOperationException {
    TreeVerb verb = Objects.requireNonNull(verbs.get(part.operation()), part.operation());
    Anything anything = caller.service(Anything.class, type -> null);
    int before = server.received;
    try {
      caller.execute(verb.operation(), anything.send(parameters(verb, part)));
    } catch (WrongReleaseException e) {
      assertThat(e.found()).as(part.toString()).isEqualTo(release.toString());
    }
    return server.received > before;
  }

  private static Parameters parameters(TreeVerb verb, Part part)
      throws ReflectiveOperationException {
    if (part.parameter() == null) {
      return Parameters.none();
    }
    String wire = part.parameter().replace("[n]", "0");
    RequestRules rules = Objects.requireNonNull(verb.rules(), part.operation());
    return Parameters.builder()
        .set(wire, part.text())
        .needs(rules.needs(Map.of(wire, List.of(part.text()))))
        .build();
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
    private final Release release;
    private int received;

    Server(Release release) {
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
}
