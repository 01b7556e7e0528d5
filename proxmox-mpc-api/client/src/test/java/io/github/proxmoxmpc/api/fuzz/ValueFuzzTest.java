package io.github.proxmoxmpc.api.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.property.PropertyString;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Whatever stands in a value, it is read back as it was, or refused with an exception of ours. */
@Tag("fuzz")
class ValueFuzzTest {
  private static final int INPUTS = 250_000;
  private static final String API = "io.github.proxmoxmpc.api.";

  private static final List<Class<?>> FORMATS =
      Subjects.in(API + "format", name -> !name.endsWith("package-info"));
  private static final List<Subject> REQUESTS =
      Subjects.in(API + "rest", name -> name.endsWith("Request")).stream()
          .flatMap(request -> Subject.of(request).stream())
          .toList();

  @FuzzTest(maxExecutions = INPUTS, maxDuration = "10m")
  void aPropertyStringPrintsAsItWasRead(FuzzedDataProvider data)
      throws ReflectiveOperationException {
    Class<?> format = FORMATS.get(data.consumeInt(0, FORMATS.size() - 1));
    String text = data.consumeRemainingAsString();
    if (!PropertyString.parse(text).toString().equals(text)) {
      throw new AssertionError("not as it was read: " + text);
    }
    TypedPropertyString value =
        (TypedPropertyString) Subjects.method(format, "parse", String.class).invoke(null, text);
    // Not toString(), which masks secrets.
    if (!value.wire().equals(text)) {
      throw new AssertionError(format + " prints " + value.wire() + " for " + text);
    }
    Subjects.askAll(value, ProxmoxException.class);
  }

  @FuzzTest(maxExecutions = INPUTS, maxDuration = "10m")
  void aParameterPassesItsRuleOrIsRefusedByName(FuzzedDataProvider data)
      throws ReflectiveOperationException {
    Subject request = REQUESTS.get(data.consumeInt(0, REQUESTS.size() - 1));
    String name = request.names().get(data.consumeInt(0, request.names().size() - 1));
    Object builder = request.begin().invoke(null);
    request.with().invoke(builder, name, new String[] {data.consumeRemainingAsString()});
    try {
      request.build().invoke(builder);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof ProxmoxException)) {
        throw e;
      }
    }
  }

  /**
   * A request without required parameters.
   *
   * @param begin makes its builder
   * @param with sets a parameter by its wire name
   * @param build ends it
   * @param names the wire names, as far as they are the names of setters; numbered ones get a
   *     number
   */
  private record Subject(Method begin, Method with, Method build, List<String> names) {
    static Optional<Subject> of(Class<?> request) {
      return Stream.of(request.getMethods())
          .filter(method -> method.getName().equals("builder") && method.getParameterCount() == 0)
          .findFirst()
          .map(begin -> of(begin, begin.getReturnType()))
          .filter(subject -> !subject.names().isEmpty());
    }

    private static Subject of(Method begin, Class<?> builder) {
      return new Subject(
          begin,
          Subjects.method(builder, "with", String.class, String[].class),
          Subjects.method(builder, "build"),
          Stream.of(builder.getDeclaredMethods())
              .filter(method -> method.getReturnType() == builder)
              .filter(method -> method.getParameterCount() > 0)
              .map(method -> method.getName() + (method.getParameterCount() == 2 ? "0" : ""))
              .distinct()
              .sorted()
              .toList());
    }
  }
}
