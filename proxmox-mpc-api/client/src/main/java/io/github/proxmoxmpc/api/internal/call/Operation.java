package io.github.proxmoxmpc.api.internal.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one operation of the API that the runtime needs; generated code holds one constant
 * each.
 *
 * @param method the HTTP method
 * @param path the path with its parameters in braces, as the API viewer shows it
 * @param since the first release that has it, such as {@code 8.1}; null where the oldest does
 * @param goneIn the first release that has it no longer; null where it is still there
 * @param instead what does the same there; null where nothing does, or it is not known
 * @param privilege what the caller must be allowed, in words
 * @param tokenAllowed false where an API token is refused whatever it may do
 * @param pathNeeds what the values in its path need of the server besides
 */
public record Operation(
    String method,
    String path,
    @Nullable String since,
    @Nullable String goneIn,
    @Nullable String instead,
    String privilege,
    boolean tokenAllowed,
    List<VersionRequirement> pathNeeds) {
  /** An operation of which nothing is known but its facts. */
  public Operation(
      String method,
      String path,
      @Nullable String since,
      @Nullable String goneIn,
      @Nullable String instead,
      String privilege,
      boolean tokenAllowed) {
    this(method, path, since, goneIn, instead, privilege, tokenAllowed, List.of());
  }

  /** The same where further values in its path need more of the server. */
  public Operation needing(List<VersionRequirement> more) {
    List<VersionRequirement> all = new ArrayList<>(pathNeeds);
    all.addAll(more);
    return new Operation(
        method, path, since, goneIn, instead, privilege, tokenAllowed, List.copyOf(all));
  }

  /** What it needs of the server, the operation itself first; empty where every release will do. */
  public List<VersionRequirement> needs() {
    if (since == null && goneIn == null) {
      return pathNeeds;
    }
    List<VersionRequirement> needs = new ArrayList<>();
    needs.add(new VersionRequirement("the operation", since, goneIn, instead));
    needs.addAll(pathNeeds);
    return needs;
  }

  /** The method and the path, as a person writes them. */
  public String title() {
    return method + " " + path;
  }

  /** Whether the operation only reads; only such an operation may be sent twice. */
  public boolean isRead() {
    return method.equals("GET");
  }
}
