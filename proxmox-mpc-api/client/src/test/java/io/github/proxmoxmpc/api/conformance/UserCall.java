package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.message.ApiRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls an operation like a user, with the method of the path tree and the builder of its request.
 * If the checks reject the request, corrects it as the message says.
 */
final class UserCall {
  private static final Pattern NEEDED = Pattern.compile("needs '([^']+)'.*");
  private static final Pattern OTHER_TYPE =
      Pattern.compile("is only for '(\\S+)' (.+), not for .*");
  private static final int MOST_ROUNDS = 5;

  private final Operation operation;
  private final PartTexts texts;
  private final Object root;
  private final Object place;
  private final TreeVerb verb;
  private final @Nullable Method filled;

  /**
   * The calls of an operation.
   *
   * @param texts of its parameters
   * @param root the path tree
   */
  UserCall(Operation operation, PartTexts texts, Object root) throws ReflectiveOperationException {
    this.operation = operation;
    this.texts = texts;
    this.root = root;
    this.place = PathWalk.find(root, operation).place();
    this.verb = TreeVerb.of(place, operation);
    this.filled = verb.filled();
  }

  /**
   * Calls it with one part, and what the checks ask for besides.
   *
   * @return what it answers
   * @throws InvocationTargetException whose cause is what the call throws
   */
  @Nullable Object with(Part part) throws ReflectiveOperationException {
    Map<String, String> wanted =
        part.parameter() == null || part.isOfPath() ? Map.of() : texts.with(part);
    Object at = part.isOfPath() ? placeWith(part) : place;
    Map<String, String> values = new LinkedHashMap<>(wanted);
    for (int round = 0; ; round++) {
      try {
        return call(at, values);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof InvalidRequestException refusal)
            || round == MOST_ROUNDS
            || !mend(refusal, wanted, values)) {
          throw e;
        }
      }
    }
  }

  private Object placeWith(Part ofPath) throws ReflectiveOperationException {
    Map<String, String> values = Map.of(ofPath.wireName(), String.valueOf(ofPath.value()));
    return PathWalk.find(root, operation, values).place();
  }

  private @Nullable Object call(Object at, Map<String, String> values)
      throws ReflectiveOperationException {
    if (filled == null) {
      return Objects.requireNonNull(verb.bare()).invoke(at);
    }
    Consumer<ApiRequest.Builder<?>> filling = builder -> values.forEach(builder::with);
    return filled.invoke(at, filling);
  }

  /** Sets what a request was refused for the lack of; false where it was refused for more. */
  private boolean mend(
      InvalidRequestException refusal, Map<String, String> wanted, Map<String, String> values) {
    for (Fault fault : refusal.faults()) {
      Matcher needed = NEEDED.matcher(fault.rule());
      Matcher other = OTHER_TYPE.matcher(fault.rule());
      String[] place = fault.parameter().split("\\.", 2);
      if (other.matches()) {
        // Another type asks for other parameters.
        values.keySet().retainAll(wanted.keySet());
        values.put(
            other.group(1), texts.oldest(other.group(1), List.of(other.group(2).split(", "))));
        return true;
      } else if (needed.matches()) {
        place[place.length - 1] = needed.group(1);
      } else if (!fault.rule().startsWith("is required")) {
        return false;
      }
      set(place, values);
    }
    return true;
  }

  /** Sets a parameter, or adds a key to one. */
  private void set(String[] place, Map<String, String> values) {
    if (place.length == 1) {
      values.put(place[0], texts.any(place[0]));
    } else {
      values.computeIfPresent(place[0], (name, text) -> text + "," + texts.keyed(name, place[1]));
    }
  }
}
