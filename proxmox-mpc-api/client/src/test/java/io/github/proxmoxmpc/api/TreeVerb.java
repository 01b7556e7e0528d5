package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.internal.check.RequestRules;
import io.github.proxmoxmpc.api.request.ApiRequest;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A verb of a class of the path tree, and what the generated code holds for it.
 *
 * @param place the class
 * @param name such as {@code put}
 */
public record TreeVerb(Class<?> place, String name) {

  /** The facts of the operation. */
  public Operation operation() throws ReflectiveOperationException {
    return (Operation) constant(place, name.toUpperCase(Locale.ROOT));
  }

  /** The type of the request; null where the operation takes none. */
  public @Nullable Class<?> request() {
    return Arrays.stream(place.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
        .<Class<?>>map(method -> method.getParameterTypes()[0])
        .filter(ApiRequest.class::isAssignableFrom)
        .findFirst()
        .orElse(null);
  }

  /** The rules of the request; null where the operation takes none. */
  public @Nullable RequestRules rules() throws ReflectiveOperationException {
    Class<?> request = request();
    return request == null ? null : (RequestRules) constant(request, "RULES");
  }

  private static Object constant(Class<?> holder, String name) throws ReflectiveOperationException {
    Field constant = holder.getDeclaredField(name);
    constant.setAccessible(true);
    return Objects.requireNonNull(constant.get(null));
  }
}
