package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.internal.ApiCaller;
import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.internal.ResultTypes;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.nodes.ceph.CephCfgRawPath;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcClonePath;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuClonePath;
import io.github.proxmoxmpc.api.task.Task;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Walks the path tree as a user would, and compares where it leads with the schema file. */
class PathTreeTest {
  @Test
  void everyOperationOfTheSchemaIsReachable() throws Exception {
    Set<String> today = titles("operations");
    Set<String> wanted = new TreeSet<>(today);
    wanted.addAll(titles("gone"));
    Walk walk = new Walk();

    new PathTreeWalk(PathTreeTest::call).into(new ProxmoxApi(walk));
    PathTreeWalk.async(PathTreeTest::call).into(new ProxmoxApi(walk));

    Set<String> gone = new TreeSet<>(walk.reached.keySet());
    gone.removeAll(today);
    System.out.printf(
        "path tree: %d of %d operations reached, %d of older releases, all asynchronously too%n",
        walk.reached.size() - gone.size(), today.size(), gone.size());
    assertThat(walk.reached.keySet()).containsExactlyElementsOf(wanted);
    assertThat(walk.reachedAsync).containsExactlyElementsOf(wanted);
    // Each leads to its own place: the URL is the path with its parameters filled in.
    walk.reached.forEach((title, url) -> assertThat(url).matches(shapeOf(title)));
  }

  @Test
  void aStepHasTheNameOfItsPathWhereObjectHasItToo() {
    ProxmoxApi api = new ProxmoxApi(new Walk());
    assertThat(api.nodes("pve1").qemu(100).clone()).isInstanceOf(QemuClonePath.class);
    assertThat(api.nodes("pve1").lxc(200).clone()).isInstanceOf(LxcClonePath.class);
    assertThat(api.nodes("pve1").ceph().cfg().raw()).isInstanceOf(CephCfgRawPath.class);
  }

  private static String shapeOf(String title) {
    return title.replaceAll("\\{[^}]*}", "[^/]+").replace(" ", " /api2/json");
  }

  private static Set<String> titles(String section) throws IOException {
    JsonObject schema =
        (JsonObject) JsonValue.parse(Files.readString(Path.of("../schema/pve-api.json")));
    JsonObject operations = (JsonObject) Objects.requireNonNull(schema.get(section));
    Set<String> titles = new TreeSet<>(operations.names());
    titles.removeIf(name -> name.contains(" ? "));
    return titles;
  }

  private static void call(Object place, Method verb, Object... arguments)
      throws ReflectiveOperationException {
    try {
      verb.invoke(place, arguments);
    } catch (InvocationTargetException e) {
      assertThat(e).hasCauseInstanceOf(Reached.class);
    }
  }

  /** What is sent ends here. */
  private static final class Walk implements ApiCaller {
    private final TreeMap<String, String> reached = new TreeMap<>();
    private final Set<String> reachedAsync = new TreeSet<>();
    private final Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl("https://pve.example:8006/api2/json/")
            .callFactory(new OkHttpClient())
            .addConverterFactory(new AnyConverter())
            .build();

    @Override
    public <A> A service(Class<A> type, ResultTypes results) {
      return retrofit.create(type);
    }

    @Override
    public <T> T execute(Operation operation, Call<T> call) {
      throw reach(operation, call);
    }

    @Override
    public <T> CompletableFuture<T> executeAsync(Operation operation, Call<T> call) {
      throw reachAsync(operation, call);
    }

    @Override
    public FailedCall unfulfilled(String path) {
      throw new AssertionError("nothing is answered here");
    }

    @Override
    public Task start(Operation operation, Call<Upid> call) {
      throw reach(operation, call);
    }

    @Override
    public CompletableFuture<Task> startAsync(Operation operation, Call<Upid> call) {
      throw reachAsync(operation, call);
    }

    @Override
    public @Nullable Task startIfNeeded(Operation operation, Call<Upid> call) {
      throw reach(operation, call);
    }

    @Override
    public CompletableFuture<@Nullable Task> startIfNeededAsync(
        Operation operation, Call<Upid> call) {
      throw reachAsync(operation, call);
    }

    private Reached reachAsync(Operation operation, Call<?> call) {
      reachedAsync.add(operation.title());
      return reach(operation, call);
    }

    private Reached reach(Operation operation, Call<?> call) {
      Request request = call.request();
      String url = request.method() + " " + request.url().encodedPath();
      assertThat(reached.getOrDefault(operation.title(), url)).isEqualTo(url);
      reached.put(operation.title(), url);
      return new Reached();
    }
  }

  /** Thrown where a call would leave: nothing is sent, so there is nothing to hand out. */
  private static final class Reached extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Retrofit asks for a converter of each result when it first sees a method. */
  private static final class AnyConverter extends Converter.Factory {
    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, java.lang.annotation.Annotation[] annotations, Retrofit retrofit) {
      return body -> {
        throw new IOException("nothing is sent");
      };
    }
  }
}
