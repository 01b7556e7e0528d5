package io.github.proxmoxmpc.api.internal;

import org.jspecify.annotations.Nullable;

/**
 * The facts of one operation of the API that the runtime needs; generated code holds one constant
 * each.
 *
 * @param method the HTTP method
 * @param path the path with its parameters in braces, as the API viewer shows it
 * @param since the first release that has it, such as {@code 8.1}; null where all do that are known
 * @param goneIn the first release that has it no longer; null where it is still there
 * @param instead what does the same there; null where nothing does, or it is not known
 * @param privilege what the caller must be allowed, in words
 * @param tokenAllowed false where an API token is refused whatever it may do
 */
public record Operation(
    String method,
    String path,
    @Nullable String since,
    @Nullable String goneIn,
    @Nullable String instead,
    String privilege,
    boolean tokenAllowed) {
  /** The method and the path, as a person writes them. */
  public String title() {
    return method + " " + path;
  }

  /** Whether the operation only reads; only such an operation may be sent twice. */
  public boolean isRead() {
    return method.equals("GET");
  }
}
