package io.github.proxmoxmpc.api.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call: an operation with the values of its path and its parameters. Immutable and thread-safe.
 *
 * @param operation the operation
 * @param pathValues the values of the parameters in the path, in their order
 * @param pathRequirements the releases that those values require
 * @param parameters the other parameters
 * @param <T> the type of the result
 */
public record ApiCall<T extends @Nullable Object>(
    Operation<T> operation,
    List<String> pathValues,
    List<VersionRequirement> pathRequirements,
    Parameters parameters) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Returns the releases that the call requires; empty if every release supports it. */
  public List<VersionRequirement> requirements() {
    List<VersionRequirement> ofOperation = operation.requirements();
    if (pathRequirements.isEmpty() && parameters.needs().isEmpty()) {
      return ofOperation;
    }
    List<VersionRequirement> all = new ArrayList<>(ofOperation);
    all.addAll(pathRequirements);
    all.addAll(parameters.needs());
    return all;
  }

  /** Returns the segments of the path, not encoded. */
  public List<String> segments() {
    List<String> template = operation.segments();
    List<String> segments = new ArrayList<>(template.size());
    int next = 0;
    for (String segment : template) {
      segments.add(segment.startsWith("{") ? pathValues.get(next++) : segment);
    }
    return segments;
  }

  /** Returns the path for messages: not encoded, without the query, which may hold secrets. */
  public String path() {
    return CONTROL.matcher("/" + String.join("/", segments())).replaceAll("?");
  }

  /** Returns method and path for messages. */
  @Override
  public String toString() {
    return operation.method() + " " + path();
  }
}
