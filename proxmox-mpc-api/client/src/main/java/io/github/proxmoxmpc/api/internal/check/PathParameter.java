package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a path: the rule for its value, and the check that it cannot lead to another path.
 * Immutable and thread-safe.
 *
 * <p>The server decodes a path before it splits it at the slashes (PVE::APIServer::AnyEvent), so a
 * slash in a value leads to another path even if it is encoded.
 */
public final class PathParameter {
  private static final Set<String> STEPS = Set.of(".", "..");

  private final NamedRule rule;
  private final boolean takesRest;

  private PathParameter(NamedRule rule, boolean takesRest) {
    this.rule = rule;
    this.takesRest = takesRest;
  }

  /** Creates a parameter that is one segment of the path. */
  public static PathParameter segment(Rule rule) {
    return new PathParameter(rule.named(), false);
  }

  /** Creates a parameter that is the rest of the path, including slashes. */
  public static PathParameter rest(Rule rule) {
    return new PathParameter(rule.named(), true);
  }

  /**
   * Returns the value after a check.
   *
   * @throws IllegalArgumentException if the value breaks its rule or would lead to another path;
   *     the message names parameter, value and rule
   */
  public <T> T checked(T value) {
    String text = value.toString();
    String wrong = misleading(text);
    if (wrong == null) {
      wrong = rule.value().fault(text);
    }
    if (wrong != null) {
      throw new IllegalArgumentException("In the path: " + new Fault(rule.name(), text, wrong));
    }
    return value;
  }

  /** Returns the releases that a value requires; empty if all that have the operation accept it. */
  public List<VersionRequirement> needs(Object value) {
    VersionRequirement need = rule.releases().need(rule.name(), value.toString());
    return need == null ? List.of() : List.of(need);
  }

  /** Returns why a value would lead to another path; null if it would not. */
  private @Nullable String misleading(String text) {
    List<String> segments = Arrays.asList(text.split("/", -1));
    if (!takesRest && segments.size() > 1) {
      return "must not contain a '/', which would lead to another path";
    }
    if (segments.contains("")) {
      return text.isEmpty()
          ? "must not be empty"
          : "must not contain an empty part between slashes";
    }
    return segments.stream().anyMatch(STEPS::contains)
        ? "must not be or contain '.' or '..', which would lead to another path"
        : null;
  }
}
