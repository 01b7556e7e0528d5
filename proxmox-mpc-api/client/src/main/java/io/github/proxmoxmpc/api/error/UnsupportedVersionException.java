package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The server's release does not have what the request asks for, so nothing was sent. Upgrade the
 * server, or do without.
 */
public final class UnsupportedVersionException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String needed;
  private final String found;
  private final @Nullable String instead;

  /**
   * What a server lacks.
   *
   * @param what the part of the request, in words
   * @param needed the releases that have it, such as {@code 8.1 or newer}
   * @param instead what does the same on the server; null where nothing does, or it is not known
   */
  public record Lack(String what, String needed, @Nullable String instead) {}

  /**
   * Says what needs which release.
   *
   * @param request what was to be sent, such as {@code PUT /pools}
   * @param lack what the server lacks of it
   * @param found the release of the server
   */
  public UnsupportedVersionException(String request, Lack lack, String found) {
    super(message(request, lack, found), null);
    this.needed = lack.needed();
    this.found = found;
    this.instead = lack.instead();
  }

  private static String message(String request, Lack lack, String found) {
    return request
        + " was not sent: "
        + lack.what()
        + " needs Proxmox VE "
        + lack.needed()
        + ", and the server is "
        + found
        + (lack.instead() == null ? "" : "; use " + lack.instead() + " there");
  }

  /** The releases that have it, such as {@code 8.1 or newer}, or {@code older than 8.0}. */
  public String needed() {
    return needed;
  }

  /** The release of the server, such as {@code 8.3}. */
  public String found() {
    return found;
  }

  /** What does the same on the server; null where nothing does, or it is not known. */
  public @Nullable String instead() {
    return instead;
  }
}
