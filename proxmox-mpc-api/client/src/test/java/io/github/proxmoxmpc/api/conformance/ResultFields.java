package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.message.ApiResult;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names that the fields of each type of result have on the wire, by the schema facts. */
public final class ResultFields {
  private final Map<Class<?>, Set<String>> names =
      new TreeMap<>(Comparator.comparing((Class<?> type) -> type.getName()));

  private ResultFields() {}

  /** All types of results, those within others too; a field with a number has the number 7. */
  public static Map<Class<?>, List<String>> read(ProxmoxClient client)
      throws IOException, ReflectiveOperationException {
    ResultFields fields = new ResultFields();
    for (Operation operation : SchemaFile.everyOperation()) {
      Object place = PathWalk.find(PathWalk.root(client, operation), operation).place();
      String verb = operation.method().toLowerCase(Locale.ROOT);
      for (Method method : place.getClass().getMethods()) {
        if (method.getName().equals(verb)) {
          fields.enter(operation.returns(), method.getGenericReturnType());
        }
      }
    }
    Map<Class<?>, List<String>> all = new LinkedHashMap<>();
    fields.names.forEach((type, each) -> all.put(type, List.copyOf(each)));
    return all;
  }

  private void enter(Facts facts, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] parts = generic.getActualTypeArguments();
      boolean isList = facts.type().equals("array");
      enter(isList ? facts.itemsOfAnyKind() : facts, parts[parts.length - 1]);
    } else if (type instanceof Class<?> result && ApiResult.class.isAssignableFrom(result)) {
      boolean isNew = !names.containsKey(result);
      Set<String> fields = names.computeIfAbsent(result, none -> new TreeSet<>());
      facts.properties().keySet().forEach(name -> fields.add(wire(name)));
      if (isNew) {
        Accessors accessors = new Accessors(result);
        facts
            .properties()
            .forEach((name, of) -> enter(of, accessors.take(name).getGenericReturnType()));
      }
    }
  }

  private static String wire(String name) {
    return name.equals("*") ? "any name" : name.replace("[n]", "7");
  }
}
