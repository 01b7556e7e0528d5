package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a path: what its value has to be, and that it stays where it stands. Immutable and
 * thread-safe.
 *
 * <p>The server decodes a path before it parts it at the slashes (PVE::APIServer::AnyEvent), so a
 * slash in a value leads to another place, however it is encoded.
 */
public final class PathParameter {
  private static final Set<String> STEPS = Set.of(".", "..");

  private final NamedRule rule;
  private final boolean takesRest;

  private PathParameter(NamedRule rule, boolean takesRest) {
    this.rule = rule;
    this.takesRest = takesRest;
  }

  /** A parameter that is one segment of the path. */
  public static PathParameter segment(Rule rule) {
    return new PathParameter(rule.named(), false);
  }

  /** A parameter that is the rest of the path, slashes included. */
  public static PathParameter rest(Rule rule) {
    return new PathParameter(rule.named(), true);
  }

  /**
   * The value itself.
   *
   * @throws IllegalArgumentException naming parameter, value and rule, if the value breaks its rule
   *     or would lead to another place
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

  /** What a value needs of the server; empty where every release will do that has the operation. */
  public List<VersionRequirement> needs(Object value) {
    VersionRequirement need = rule.releases().need(rule.name(), value.toString());
    return need == null ? List.of() : List.of(need);
  }

  /** Why a value would not stay a part of the path; null where it would. */
  private @Nullable String misleading(String text) {
    List<String> segments = Arrays.asList(text.split("/", -1));
    if (!takesRest && segments.size() > 1) {
      return "must not hold a '/', which would lead to another place";
    }
    if (segments.contains("")) {
      return text.isEmpty() ? "must not be empty" : "must not hold an empty part between slashes";
    }
    return segments.stream().anyMatch(STEPS::contains)
        ? "must not be or hold '.' or '..', which would lead to another place"
        : null;
  }
}
