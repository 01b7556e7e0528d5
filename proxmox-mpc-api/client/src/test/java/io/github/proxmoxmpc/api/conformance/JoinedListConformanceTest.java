package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.FilledRequest.CallStyle;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.format.BootOrder;
import io.github.proxmoxmpc.api.message.ApiRequest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No list that is sent as one text takes an element that the server would split or drop. */
@Tag("U01")
class JoinedListConformanceTest {
  private static final List<String> ELEMENTS =
      List.of("a b", "a;b", "a,b", "a\nb", "a\tb", "a\u00a0b", "a\u2028b", "a\0b", " a", "a,", "");

  /**
   * A list of a request.
   *
   * @param operation what it is sent to
   * @param name its wire name
   */
  record Sent(Operation operation, String name) {
    @Override
    public String toString() {
      return operation.title() + " ? " + name;
    }
  }

  static List<Sent> lists() throws IOException {
    List<Sent> all = new ArrayList<>();
    for (Operation operation : SchemaFile.operations()) {
      operation
          .sent()
          .forEach(
              (name, facts) -> {
                if (facts.isTextList()) {
                  all.add(new Sent(operation, name));
                }
              });
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("lists")
  void anElementThatTheServerWouldSplitIsRefused(Sent sent) throws Exception {
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("unused"))
            .build()) {
      Class<?> type =
          Objects.requireNonNull(RequestProbe.find(sent.operation(), client.api())).type();
      for (String element : ELEMENTS) {
        refuses(type, sent.name(), element);
      }
    }
  }

  static List<Method> keys() throws Exception {
    List<Method> setters = new ArrayList<>();
    Class<?> neighbour = BootOrder.class;
    try (Stream<Path> files =
        Files.list(Path.of(neighbour.getResource("BootOrder.class").toURI()).getParent())) {
      for (Path file : files.filter(path -> path.toString().endsWith("$Builder.class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> builder = Class.forName(neighbour.getPackageName() + "." + name);
        Arrays.stream(builder.getDeclaredMethods())
            .filter(
                method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {List.class}))
            .forEach(setters::add);
      }
    }
    return setters;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void anElementThatTheServerWouldSplitIsRefusedInAPropertyString(Method setter) throws Exception {
    Class<?> type = setter.getDeclaringClass().getEnclosingClass();
    Object text = type.getMethod("parse", String.class).invoke(null, "");
    for (String element : ELEMENTS) {
      Object builder = type.getMethod("toBuilder").invoke(text);
      refuses(() -> setter.invoke(builder, List.of("a", element)), element);
    }
  }

  private static void refuses(Class<?> request, String name, String element)
      throws ReflectiveOperationException {
    ApiRequest.Builder<?> builder = Verbs.begin(request);
    if (name.equals("delete")) {
      Method unset = builder.getClass().getMethod("unset", String[].class);
      refuses(() -> unset.invoke(builder, (Object) new String[] {"a", element}), element);
      return;
    }
    Method begin = Verbs.builder(request);
    Object[] required = Verbs.required(begin);
    for (int i = 0; i < required.length; i++) {
      if (PathWalk.same(begin.getParameters()[i].getName(), name)) {
        Type list = begin.getGenericParameterTypes()[i];
        int place = i;
        refuses(
            () -> {
              required[place] = listOf(list, element);
              begin.invoke(null, required);
            },
            element);
        return;
      }
    }
    Method setter = CallStyle.TYPED.setter(builder.getClass(), name, 1);
    Type list = setter.getGenericParameterTypes()[0];
    refuses(() -> setter.invoke(builder, listOf(list, element)), element);
  }

  /** Something that reflection does. */
  private interface Setting {
    void run() throws ReflectiveOperationException;
  }

  private static void refuses(Setting setting, String element) {
    assertThatThrownBy(setting::run)
        .as("element '%s'", element)
        .satisfies(
            failure ->
                assertThat(
                        failure instanceof InvocationTargetException ? failure.getCause() : failure)
                    .isInstanceOf(IllegalArgumentException.class));
  }

  private static Object listOf(Type list, String element) throws ReflectiveOperationException {
    Type type = ((ParameterizedType) list).getActualTypeArguments()[0];
    try {
      return List.of(Arguments.any(type), Arguments.of(type, element));
    } catch (AssertionError refused) {
      // The type of the element refuses it by itself.
      throw new InvocationTargetException(refused.getCause());
    }
  }
}
