package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.PoolId;
import io.github.proxmoxmpc.api.identifier.StorageId;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.internal.ApiCaller;
import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.request.ApiRequest;
import io.github.proxmoxmpc.api.task.Task;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final List<String> VERBS = List.of("get", "post", "put", "delete");

  @Test
  void everyOperationOfTheSchemaIsReachable() throws Exception {
    Set<String> wanted = operationsOfTheSchemaFile();
    Walk walk = new Walk();

    walk.into(new ProxmoxApi(walk));

    System.out.printf(
        "path tree: %d of %d operations reached%n", walk.reached.size(), wanted.size());
    assertThat(walk.reached.keySet()).containsExactlyElementsOf(wanted);
    // Each leads to its own place: the URL is the path with its parameters filled in.
    walk.reached.forEach((title, url) -> assertThat(url).matches(shapeOf(title)));
  }

  private static String shapeOf(String title) {
    return title.replaceAll("\\{[^}]*}", "[^/]+").replace(" ", " /api2/json");
  }

  private static Set<String> operationsOfTheSchemaFile() throws IOException {
    JsonObject schema =
        (JsonObject) JsonValue.parse(Files.readString(Path.of("../schema/pve-api.json")));
    JsonObject operations = (JsonObject) Objects.requireNonNull(schema.get("operations"));
    return new TreeSet<>(operations.names());
  }

  /** Calls every method of every place once; what is sent ends here. */
  private static final class Walk implements ApiCaller {
    private final TreeMap<String, String> reached = new TreeMap<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl("https://pve.example:8006/api2/json/")
            .callFactory(new OkHttpClient())
            .addConverterFactory(new AnyConverter())
            .build();

    void into(Object place) throws ReflectiveOperationException {
      if (!seen.add(place.getClass())) {
        return;
      }
      for (Method method : place.getClass().getMethods()) {
        if (method.getDeclaringClass() == Object.class
            || Modifier.isStatic(method.getModifiers())) {
          continue;
        }
        if (method.getReturnType().getSimpleName().endsWith("Path")) {
          if (!takesBareIdentifier(place, method)) {
            into(method.invoke(place, arguments(method)));
          }
        } else if (VERBS.contains(method.getName())) {
          send(place, method);
        }
      }
    }

    /** Whether there is a twin of the method that takes the identifier's own type. */
    private static boolean takesBareIdentifier(Object place, Method method) {
      return method.getParameterCount() == 1
          && method.getParameterTypes()[0] == String.class
          && Arrays.stream(place.getClass().getMethods())
              .filter(twin -> twin.getName().equals(method.getName()))
              .anyMatch(twin -> twin.getParameterCount() == 1 && !twin.equals(method));
    }

    private void send(Object place, Method method) throws ReflectiveOperationException {
      Class<?>[] types = method.getParameterTypes();
      if (types.length == 0) {
        call(place, method);
      } else if (ApiRequest.class.isAssignableFrom(types[0])) {
        Method builder =
            Arrays.stream(types[0].getMethods())
                .filter(each -> each.getName().equals("builder"))
                .findFirst()
                .orElseThrow();
        Object begun = builder.invoke(null, arguments(builder));
        begun.getClass().getMethod("unchecked").invoke(begun);
        call(place, method, begun.getClass().getMethod("build").invoke(begun));
      }
    }

    private static void call(Object place, Method method, Object... arguments)
        throws ReflectiveOperationException {
      try {
        method.invoke(place, arguments);
      } catch (InvocationTargetException e) {
        assertThat(e).hasCauseInstanceOf(Reached.class);
      }
    }

    private static Object[] arguments(Method method) {
      return Arrays.stream(method.getParameterTypes()).map(Walk::example).toArray();
    }

    private static Object example(Class<?> type) {
      if (type == String.class) {
        return "some:text/here";
      } else if (type == NodeName.class) {
        return NodeName.of("pve1");
      } else if (type == VmId.class) {
        return VmId.of(100);
      } else if (type == StorageId.class) {
        return StorageId.of("local");
      } else if (type == PoolId.class) {
        return PoolId.of("prod");
      } else if (type == Upid.class) {
        return Upid.of("UPID:pve1:00001234:00005678:65A0B0C0:qmstart:100:root@pam:");
      } else if (type == int.class) {
        return 100;
      } else if (type == long.class) {
        return 100L;
      } else if (type == double.class) {
        return 1.5;
      } else if (type == boolean.class) {
        return true;
      } else if (type == List.class) {
        return List.of("a", "b");
      } else if (type.isEnum()) {
        return type.getEnumConstants()[0];
      }
      throw new AssertionError("no example for " + type);
    }

    @Override
    public <A> A service(Class<A> type, JsonAdapter.Factory adapters) {
      return retrofit.create(type);
    }

    @Override
    public <T> T execute(Operation operation, Call<T> call) {
      Request request = call.request();
      String url = request.method() + " " + request.url().encodedPath();
      assertThat(reached.getOrDefault(operation.title(), url)).isEqualTo(url);
      reached.put(operation.title(), url);
      throw new Reached();
    }

    @Override
    public Task start(Operation operation, Call<Upid> call) {
      throw new AssertionError(execute(operation, call));
    }

    @Override
    public @Nullable Task startIfNeeded(Operation operation, Call<Upid> call) {
      return start(operation, call);
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
