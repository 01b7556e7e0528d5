package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.guest.Container;
import io.github.proxmoxmpc.api.guest.Guest;
import io.github.proxmoxmpc.api.guest.Guests;
import io.github.proxmoxmpc.api.guest.Vm;
import io.github.proxmoxmpc.api.task.Task;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hand-written call has an asynchronous twin; those of the path tree are generated. */
class AsyncVariantTest {
  /** The methods that send nothing. */
  private static final Set<String> LOCAL =
      Set.of(
          "api()",
          "builder(String)",
          "close()",
          "container(VmId)",
          "container(int)",
          "endpoint()",
          "fromEnvironment(Map)",
          "guests()",
          "newBuilder()",
          "task(Upid)",
          "toString()",
          "upid()",
          "vm(VmId)",
          "vm(int)",
          "vmid()");

  @ParameterizedTest
  @ValueSource(
      classes = {
        ProxmoxClient.class,
        Guests.class,
        Guest.class,
        Vm.class,
        Container.class,
        Task.class
      })
  void everyCallHasAnAsyncVariantWithTheSameParameters(Class<?> type) {
    Set<String> twins =
        methods(type)
            .filter(method -> CompletableFuture.class.isAssignableFrom(method.getReturnType()))
            .map(AsyncVariantTest::signature)
            .map(signature -> signature.replace("Async(", "("))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> blocking =
        methods(type)
            .filter(method -> !CompletableFuture.class.isAssignableFrom(method.getReturnType()))
            .map(AsyncVariantTest::signature)
            .filter(signature -> !LOCAL.contains(signature))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(twins).isNotEmpty().isEqualTo(blocking);
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge());
  }

  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
