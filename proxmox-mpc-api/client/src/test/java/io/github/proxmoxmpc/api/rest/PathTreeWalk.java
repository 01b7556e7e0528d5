package io.github.proxmoxmpc.api.rest;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.identifier.DiskSlot;
import io.github.proxmoxmpc.api.identifier.Identifier;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.property.DiskResize;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.request.ApiRequest;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import io.github.proxmoxmpc.api.unit.ByteSize;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks the path tree as a user would, and shows each verb with arguments that it takes. */
final class PathTreeWalk {
  private static final Map<Class<?>, Object> EXAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "some:text/here"),
          Map.entry(VmId.class, VmId.of(100)),
          Map.entry(DiskSlot.class, DiskSlot.of("scsi0")),
          Map.entry(DiskResize.class, DiskResize.parse("+1G")),
          Map.entry(Secret.class, Secret.of("not to be seen")),
          Map.entry(Fingerprint.class, Fingerprint.of("AB".repeat(32))),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(Duration.class, Duration.ofMinutes(1)),
          Map.entry(ByteSize.class, ByteSize.ofMebibytes(1)),
          Map.entry(
              Upid.class, Upid.of("UPID:pve1:00001234:00005678:65A0B0C0:qmstart:100:root@pam:")),
          Map.entry(int.class, 100),
          Map.entry(long.class, 100L),
          Map.entry(double.class, 1.5),
          Map.entry(boolean.class, true),
          Map.entry(List.class, List.of("a", "b")));

  private static final List<String> VERBS = List.of("get", "post", "put", "delete");
  private static final List<String> ASYNC_VERBS =
      VERBS.stream().map(verb -> verb + "Async").toList();

  /** What the steps take that have no type of their own. */
  private static final Map<String, String> BARE =
      Map.of(
          "cidr", "192.0.2.0/24", "flags", "noout", "pci", "0000:01:00.0", "services", "pveproxy");

  /** What is done at each verb. */
  interface Visitor {
    void visit(Object place, Method verb, Object... arguments) throws ReflectiveOperationException;
  }

  private final Visitor visitor;
  private final List<String> verbs;
  private final Set<Class<?>> seen = new HashSet<>();

  PathTreeWalk(Visitor visitor) {
    this(visitor, VERBS);
  }

  private PathTreeWalk(Visitor visitor, List<String> verbs) {
    this.visitor = visitor;
    this.verbs = verbs;
  }

  /** A walk that shows the asynchronous twins instead. */
  static PathTreeWalk async(Visitor visitor) {
    return new PathTreeWalk(visitor, ASYNC_VERBS);
  }

  void into(Object place) throws ReflectiveOperationException {
    if (!seen.add(place.getClass())) {
      return;
    }
    for (Method method : place.getClass().getMethods()) {
      if (method.getDeclaringClass() == Object.class || Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      if (method.getReturnType().getSimpleName().endsWith("Path")) {
        if (!takesBareIdentifier(place, method)) {
          into(step(place, method));
        }
      } else if (verbs.contains(method.getName())) {
        send(place, method);
      }
    }
  }

  private static Object step(Object place, Method method) throws ReflectiveOperationException {
    String bare = BARE.get(method.getName());
    boolean isBare =
        bare != null && List.of(method.getParameterTypes()).equals(List.of(String.class));
    return isBare ? method.invoke(place, bare) : method.invoke(place, arguments(method));
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
      visitor.visit(place, method);
    } else if (ApiRequest.class.isAssignableFrom(types[0])) {
      Method builder =
          Arrays.stream(types[0].getMethods())
              .filter(each -> each.getName().equals("builder"))
              .findFirst()
              .orElseThrow();
      Object begun = builder.invoke(null, arguments(builder));
      begun.getClass().getMethod("unchecked").invoke(begun);
      visitor.visit(place, method, begun.getClass().getMethod("build").invoke(begun));
    }
  }

  private static Object[] arguments(Method method) throws ReflectiveOperationException {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = example(method.getParameterTypes()[i]);
    }
    return arguments;
  }

  private static Object example(Class<?> type) throws ReflectiveOperationException {
    if (TypedPropertyString.class.isAssignableFrom(type)) {
      return type.getMethod("parse", String.class).invoke(null, "some=text");
    }
    if (Identifier.class.isAssignableFrom(type)) {
      return made(type, "pve1");
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    Object example = EXAMPLES.get(type);
    if (example == null) {
      throw new AssertionError("no example for " + type);
    }
    return example;
  }

  private static Object made(Class<?> identifier, String text) {
    try {
      return identifier.getMethod("asSent", String.class).invoke(null, text);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(identifier + " cannot be made", e);
    }
  }
}
