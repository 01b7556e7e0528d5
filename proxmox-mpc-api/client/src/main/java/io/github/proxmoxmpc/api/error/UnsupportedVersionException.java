package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The server's release does not support a part of the request, so nothing was sent. Upgrade the
 * server, or leave that part out.
 */
public final class UnsupportedVersionException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String needed;
  private final String found;
  private final @Nullable String instead;

  /**
   * A part of a request that the server's release does not support.
   *
   * @param what the part, in words
   * @param needed the releases that support it, such as {@code 8.1 or newer}
   * @param instead the replacement on this server; null if no replacement exists or is known
   */
  public record Lack(String what, String needed, @Nullable String instead) {}

  /**
   * Creates the exception for a request.
   *
   * @param request the request, such as {@code PUT /pools}
   * @param lack the part that the server does not support
   * @param found the release of the server
   */
  public UnsupportedVersionException(String request, Lack lack, String found) {
    super(message(request, lack, found), null);
    this.needed = lack.needed();
    this.found = found;
    this.instead = lack.instead();
  }

  private static String message(String request, Lack lack, String found) {
    return "Cannot send "
        + request
        + ": "
        + lack.what()
        + " needs Proxmox VE "
        + lack.needed()
        + ", and the server is "
        + found
        + (lack.instead() == null ? "" : "; use " + lack.instead() + " there");
  }

  /**
   * Returns the releases that support it, such as {@code 8.1 or newer} or {@code older than 8.0}.
   */
  public String needed() {
    return needed;
  }

  /** Returns the release of the server, such as {@code 8.3}. */
  public String found() {
    return found;
  }

  /** Returns the replacement on this server; null if no replacement exists or is known. */
  public @Nullable String instead() {
    return instead;
  }
}
