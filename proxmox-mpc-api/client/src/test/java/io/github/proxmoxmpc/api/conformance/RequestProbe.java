package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.message.ApiRequest;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    return build(Verbs.begin(type).with(name, value));
  }

  /** The request of an operation; null where it takes no parameters. */
  static @Nullable RequestProbe find(Operation operation, Object root)
      throws ReflectiveOperationException {
    Object place = PathWalk.find(root, operation).place();
    Class<?> type = TreeVerb.of(place, operation).request();
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
    Map<String, List<String>> lists = new LinkedHashMap<>();
    values.forEach((name, value) -> lists.put(name, List.of(value)));
    return refusalOfLists(lists);
  }

  /** The same where a name may have several values. */
  @Nullable InvalidRequestException refusalOfLists(Map<String, List<String>> values)
      throws ReflectiveOperationException {
    ApiRequest.Builder<?> builder = empty();
    values.forEach((name, list) -> builder.with(name, list.toArray(String[]::new)));
    return build(builder);
  }

  /** How a request with a secret in one parameter is refused; null where it is taken. */
  @Nullable InvalidRequestException refusalOf(String name, Secret value)
      throws ReflectiveOperationException {
    return build(empty().with(name, value));
  }

  private static @Nullable InvalidRequestException build(ApiRequest.Builder<?> builder)
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
  private ApiRequest.Builder<?> empty() throws ReflectiveOperationException {
    Constructor<?> begin = Class.forName(type.getName() + "$Builder").getDeclaredConstructor();
    begin.setAccessible(true);
    return (ApiRequest.Builder<?>) begin.newInstance();
  }
}
