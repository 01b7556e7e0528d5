package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Where a daemon of Proxmox VE 9.2 answered otherwise than its schema declares, or its schema
 * declares nothing, what was observed wins ({@code observed-fields.txt}: the field of an operation,
 * {@code ?} where it may be missing, and a value that was seen there). So does what stands in the
 * source of its handlers, of 7.4 to 9.2, where no daemon could be brought to answer it ({@code
 * read-fields.txt}). The fields are sent one by one, so that only the accessor that reads the field
 * can answer.
 */
class ObservedFieldsTest {
  private static final Pattern STEP = Pattern.compile("\\[]|\\.?([^.\\[]+(?:\\[n])?)");
  private static final String RESULT = "(result)";
  private static final String ABSENT = "absent";

  private record Fact(String field, boolean isOptional, String value) {
    static Fact parse(String line) {
      String[] parts = line.split(" = ", 2);
      boolean optional = parts[0].endsWith("?");
      return new Fact(
          optional ? parts[0].substring(0, parts[0].length() - 1) : parts[0], optional, parts[1]);
    }

    /** The way to it: {@code []} for an element, names, and {@code *} for any name. */
    List<String> steps() {
      List<String> steps = new ArrayList<>();
      Matcher step = STEP.matcher(field.equals(RESULT) ? "" : field);
      while (step.find()) {
        String name = step.group(1);
        steps.add(name == null ? "[]" : name);
      }
      return steps;
    }
  }

  private final Player player = new Player();
  private final TypedReading reading = new TypedReading();
  private final List<String> faults = new ArrayList<>();
  private int read;
  private int optional;

  @Test
  void observedFieldsAreReadEvenIfTheSchemaDiffers() throws Exception {
    readAll("observed fields", facts("observed-fields.txt"));
  }

  @Test
  void fieldsOfTheHandlersAreReadEvenIfTheSchemaDiffers() throws Exception {
    readAll("fields of handlers", facts("read-fields.txt"));
  }

  private void readAll(String what, Map<String, List<Fact>> facts) throws Exception {
    try (ProxmoxClient client = player.client()) {
      for (Operation operation : SchemaFile.operations()) {
        for (Fact fact : facts.getOrDefault(operation.title(), List.of())) {
          check(operation, fact, () -> Verbs.call(operation, client.api()));
        }
      }
    }
    int all = facts.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "%s: %d of %d operations, %d may be missing, not honoured %d%n",
        what, read, facts.size(), optional, faults.size());
    assertThat(faults).isEmpty();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.unrecognized()).isZero();
    assertThat(read).isEqualTo(all);
  }

  private static Map<String, List<Fact>> facts(String file) throws IOException {
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    List<Fact> fields = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources", file))) {
      if (line.startsWith("# ")) {
        fields = facts.computeIfAbsent(line.substring(2), operation -> new ArrayList<>());
      } else {
        fields.add(Fact.parse(line));
      }
    }
    return facts;
  }

  private interface Call {
    @Nullable Object answer() throws ReflectiveOperationException;
  }

  private void check(Operation operation, Fact fact, Call call) {
    read++;
    String where = operation.title() + " " + fact.field();
    boolean isNothing = fact.value().equals("null") || fact.value().equals(ABSENT);
    try {
      Object value = ask(operation, fact, fact.value(), call);
      if (value == null != isNothing && !fact.field().equals(RESULT)) {
        faults.add(where + ": " + fact.value() + " became " + value);
      }
      Facts facts = factsAt(operation, fact);
      if (facts != null && !isNothing) {
        reading.compare(where, facts, PlainJson.parse(fact.value()), value);
      }
      if (fact.isOptional() && !fact.field().endsWith("[]")) {
        optional++;
        if (ask(operation, fact, ABSENT, call) != null) {
          faults.add(where + ": there though it is missing");
        }
      }
    } catch (ReflectiveOperationException | AssertionError | NumberFormatException e) {
      faults.add(where + ": " + e.getMessage());
    }
  }

  /** Returns the facts of the field in the schema; null if only parts of its value differ. */
  private static @Nullable Facts factsAt(Operation operation, Fact fact) {
    Facts facts = operation.returns();
    for (String step : fact.steps()) {
      if (facts.propertyType() != null) {
        return null;
      }
      facts = step.equals("[]") ? facts.itemsOfAnyKind() : facts.properties().get(step);
      Objects.requireNonNull(facts, step);
    }
    boolean isWhole = facts.propertyType() == null && !fact.value().contains("{");
    return isWhole && !facts.type().equals("download") ? facts : null;
  }

  private @Nullable Object ask(Operation operation, Fact fact, String value, Call call)
      throws ReflectiveOperationException {
    List<String> steps = fact.steps();
    player.play(operation.title(), "{\"data\":" + json(steps, value) + "}");
    Object answer = call.answer();
    for (String step : steps) {
      answer = step(Objects.requireNonNull(answer, () -> "nothing before " + step), step);
    }
    return answer;
  }

  /** An answer that holds the field and nothing else. */
  private static String json(List<String> steps, String value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (steps.get(0).equals("[]")) {
      return "[" + json(rest, value) + "]";
    }
    boolean absent = rest.isEmpty() && value.equals(ABSENT);
    return absent ? "{}" : "{\"" + wire(steps.get(0)) + "\":" + json(rest, value) + "}";
  }

  private static String wire(String step) {
    return step.equals("*") ? "any name" : step.replace("[n]", "7");
  }

  private static @Nullable Object step(Object from, String step)
      throws ReflectiveOperationException {
    if (step.equals("[]")) {
      return ((List<?>) from).get(0);
    }
    if (from instanceof Map<?, ?> map) {
      return map.get(wire(step));
    }
    Object value = Verbs.invoke(from, accessor(from, step));
    if (value instanceof Map<?, ?> map && (step.equals("*") || step.endsWith("[n]"))) {
      return map.isEmpty() ? null : map.values().iterator().next();
    }
    return value;
  }

  private static Method accessor(Object result, String step) {
    String plain = step.equals("*") ? "entries" : letters(step.replace("[n]", ""));
    return Arrays.stream(result.getClass().getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> step.endsWith("[n]") == (method.getReturnType() == SortedMap.class))
        .filter(method -> letters(method.getName()).equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no accessor for " + step + " in " + result.getClass().getSimpleName()));
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
