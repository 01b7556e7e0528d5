package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Goes down the path tree by the words of a path alone, as a reader of the REST docs would. */
final class PathWalk {
  private PathWalk() {}

  /**
   * The place of an operation.
   *
   * @param place the class of the path tree
   * @param segments the segments of the URL's path that must arrive, decoded
   */
  record Found(Object place, List<String> segments) {}

  /** The path tree, to a server that has the operation. */
  static Object root(ProxmoxClient client, Operation operation) {
    String last = operation.last();
    return last == null
        ? client.api()
        : client.newBuilder().serverVersion(ServerVersion.of(last)).build().api();
  }

  /**
   * A parameter of a path, where the way goes on with its value.
   *
   * @param place the class of the path tree above it
   * @param word the step that takes it
   * @param name the parameter
   * @param facts what is told of it
   */
  record Turn(Object place, String word, String name, Facts facts) {
    boolean takesRest() {
      return facts.has("takesRest");
    }

    /** The steps that take it: by its type, and bare. */
    List<Method> ways() {
      return methods(place, word, 1).toList();
    }
  }

  static Found find(Object root, Operation operation) throws ReflectiveOperationException {
    return find(root, operation, Map.of(), turn -> {});
  }

  /** The place of an operation where some parameters of its path have other values than usual. */
  static Found find(Object root, Operation operation, Map<String, String> values)
      throws ReflectiveOperationException {
    return find(root, operation, values, turn -> {});
  }

  /** The parameters of a path. */
  static List<Turn> turns(Object root, Operation operation) throws ReflectiveOperationException {
    List<Turn> turns = new ArrayList<>();
    find(root, operation, Map.of(), turns::add);
    return turns;
  }

  private static Found find(
      Object root, Operation operation, Map<String, String> values, Consumer<Turn> turns)
      throws ReflectiveOperationException {
    List<String> words = Arrays.asList(operation.path().substring(1).split("/"));
    List<String> segments =
        words.stream()
            .map(
                word ->
                    isParameter(word)
                        ? values.getOrDefault(
                            name(word), Examples.inPath(parameter(operation, word)))
                        : word)
            .toList();
    Object place = root;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (isParameter(word)) {
        turns.accept(new Turn(place, name(word), name(word), parameter(operation, word)));
        place = step(place, name(word), segments.get(i));
      } else if (i + 1 < words.size() && isParameter(words.get(i + 1))) {
        i++;
        String parameter = words.get(i);
        turns.accept(new Turn(place, word, name(parameter), parameter(operation, parameter)));
        place = step(place, word, segments.get(i));
      } else {
        place = method(place, word, 0).invoke(place);
      }
    }
    return new Found(place, segments);
  }

  private static Facts parameter(Operation operation, String word) {
    Facts facts = operation.parameters().get(name(word));
    return facts == null ? new Facts(new TreeMap<>(Map.of("type", "string"))) : facts;
  }

  private static Object step(Object place, String word, String value)
      throws ReflectiveOperationException {
    Method method = method(place, word, 1);
    return method.invoke(place, Arguments.of(method.getGenericParameterTypes()[0], value));
  }

  /** The method of a word; where several take an argument, the one with a type of its own. */
  private static Method method(Object place, String word, int arguments) {
    return methods(place, word, arguments)
        .max(
            Comparator.comparing((Method method) -> sameWords(method.getName(), word))
                .thenComparing(method -> !isBare(method)))
        .orElseThrow(() -> new AssertionError(place.getClass() + " has no " + word));
  }

  private static Stream<Method> methods(Object place, String word, int arguments) {
    return Arrays.stream(place.getClass().getMethods())
        .filter(method -> same(method.getName(), word))
        .filter(method -> method.getParameterCount() == arguments)
        .filter(PathWalk::isStep);
  }

  /** Whether a method leads on in the tree. */
  static boolean isStep(Method method) {
    return method.getReturnType().getSimpleName().endsWith("Path");
  }

  private static boolean isBare(Method method) {
    return method.getParameterCount() == 1
        && (method.getParameterTypes()[0] == String.class
            || method.getParameterTypes()[0].isPrimitive());
  }

  /** Whether a Java name stands for a wire name: the same letters and digits. */
  static boolean same(String java, String wire) {
    return letters(java).equals(letters(wire));
  }

  /** Whether a Java name shows where the words of a wire name begin, too. */
  static boolean sameWords(String java, String wire) {
    StringBuilder camel = new StringBuilder();
    for (String word : wire.split("[^A-Za-z0-9]+")) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return java.contentEquals(camel);
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isParameter(String word) {
    return word.startsWith("{");
  }

  private static String name(String word) {
    return word.substring(1, word.length() - 1);
  }
}
