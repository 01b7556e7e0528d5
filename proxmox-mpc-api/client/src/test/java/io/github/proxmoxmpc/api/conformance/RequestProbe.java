package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.TreeVerb;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request of an operation, built of texts by the names of the wire to see what is refused.
 *
 * @param operation what the schema file says of it
 * @param type its class
 */
public record RequestProbe(Operation operation, Class<?> type) {

  /** The requests of all operations that take parameters. */
  public static List<RequestProbe> all(ProxmoxClient client)
      throws IOException, ReflectiveOperationException {
    List<RequestProbe> all = new ArrayList<>();
    for (Operation operation : SchemaFile.operations()) {
      RequestProbe request = find(operation, client.api());
      if (request != null) {
        all.add(request);
      }
    }
    return all;
  }

  /** The names of its parameters on the wire; those with a number have the number 0. */
  public List<String> names() {
    return operation.sent().keySet().stream().map(name -> name.replace("[n]", "0")).toList();
  }

  /**
   * How a request with some arguments for what is required, and one parameter set to a text, is
   * refused; null where it is taken.
   */
  public @Nullable InvalidRequestException refusalWith(String name, String value)
      throws ReflectiveOperationException {
    Object builder = Verbs.begin(type);
    Method with = builder.getClass().getMethod("with", String.class, String[].class);
    with.invoke(builder, name, new String[] {value});
    return build(builder);
  }

  /** The request of an operation; null where it takes no parameters. */
  static @Nullable RequestProbe find(Operation operation, Object root)
      throws ReflectiveOperationException {
    Object place = PathWalk.find(root, operation).place();
    String verb = operation.method().toLowerCase(Locale.ROOT);
    Class<?> type = new TreeVerb(place.getClass(), verb).request();
    return type == null ? null : new RequestProbe(operation, type);
  }

  /** The faults of one parameter, whatever else is wrong with the request. */
  List<Fault> faultsOf(String name, Map<String, String> values)
      throws ReflectiveOperationException {
    InvalidRequestException refused = refusalOf(values);
    return refused == null
        ? List.of()
        : refused.faults().stream()
            .filter(fault -> fault.parameter().split("[.\\[]")[0].equals(name))
            .toList();
  }

  /** How a request with these values alone is refused; null where it is taken. */
  @Nullable InvalidRequestException refusalOf(Map<String, String> values)
      throws ReflectiveOperationException {
    Object builder = empty();
    Method with = builder.getClass().getMethod("with", String.class, String[].class);
    for (Map.Entry<String, String> each : values.entrySet()) {
      with.invoke(builder, each.getKey(), new String[] {each.getValue()});
    }
    return build(builder);
  }

  /** How a request with a secret in one parameter is refused; null where it is taken. */
  @Nullable InvalidRequestException refusalOf(String name, Secret value)
      throws ReflectiveOperationException {
    Object builder = empty();
    builder.getClass().getMethod("with", String.class, Secret.class).invoke(builder, name, value);
    return build(builder);
  }

  private static @Nullable InvalidRequestException build(Object builder)
      throws ReflectiveOperationException {
    try {
      builder.getClass().getMethod("build").invoke(builder);
      return null;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidRequestException invalid) {
        return invalid;
      }
      throw e;
    }
  }

  /** A builder without what it asks for at first. */
  private Object empty() throws ReflectiveOperationException {
    Constructor<?> begin = Class.forName(type.getName() + "$Builder").getDeclaredConstructor();
    begin.setAccessible(true);
    return begin.newInstance();
  }
}
