package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.message.ApiRequest;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A verb of a class of the path tree.
 *
 * @param place the class
 * @param name such as {@code put}
 */
record TreeVerb(Class<?> place, String name) {
  private static final List<String> NAMES = List.of("get", "post", "put", "delete");

  static TreeVerb of(Object place, Operation operation) {
    return new TreeVerb(place.getClass(), operation.method().toLowerCase(Locale.ROOT));
  }

  /** All that the path tree offers, wherever its steps lead. */
  static Set<TreeVerb> all() {
    Set<TreeVerb> verbs = new LinkedHashSet<>();
    Set<Class<?>> seen = new HashSet<>();
    Deque<Class<?>> places = new ArrayDeque<>(List.of(ProxmoxApi.class));
    while (!places.isEmpty()) {
      Class<?> place = places.remove();
      for (Method method : seen.add(place) ? place.getMethods() : new Method[0]) {
        if (NAMES.contains(method.getName())) {
          verbs.add(new TreeVerb(place, method.getName()));
        } else if (PathWalk.isStep(method)) {
          places.add(method.getReturnType());
        }
      }
    }
    return verbs;
  }

  /** The type of the request; null where the operation takes none. */
  @Nullable Class<?> request() {
    return forms()
        .filter(form -> form.getParameterCount() == 1)
        .<Class<?>>map(form -> form.getParameterTypes()[0])
        .filter(ApiRequest.class::isAssignableFrom)
        .findFirst()
        .orElse(null);
  }

  /** The form that takes nothing; null where something is required. */
  @Nullable Method bare() {
    return forms().filter(form -> form.getParameterCount() == 0).findFirst().orElse(null);
  }

  /** The form that hands out the builder of the request; null where the operation takes none. */
  @Nullable Method filled() {
    return forms()
        .filter(form -> List.of(form.getParameterTypes()).equals(List.of(Consumer.class)))
        .findFirst()
        .orElse(null);
  }

  /** The forms that take no request, asynchronous ones too. */
  List<Method> shortForms() {
    List<String> names = List.of(name, name + "Async");
    return Arrays.stream(place.getMethods())
        .filter(form -> names.contains(form.getName()))
        .filter(
            form -> form.getParameterCount() == 0 || form.getParameterTypes()[0] == Consumer.class)
        .toList();
  }

  private Stream<Method> forms() {
    return Arrays.stream(place.getMethods()).filter(method -> method.getName().equals(name));
  }
}
