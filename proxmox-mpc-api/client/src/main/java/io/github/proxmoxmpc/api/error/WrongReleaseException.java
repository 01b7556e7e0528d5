package io.github.proxmoxmpc.api.error;

/**
 * The server's release does not have what the request asks for, so nothing was sent. Upgrade the
 * server, or do without.
 */
public final class WrongReleaseException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String needed;
  private final String found;

  /**
   * Says what needs which release.
   *
   * @param request what was to be sent, such as {@code PUT /pools}
   * @param what the part of it that the server lacks, in words
   * @param needed the releases that have it, such as {@code 8.1 or newer}
   * @param found the release of the server
   */
  public WrongReleaseException(String request, String what, String needed, String found) {
    super(
        request
            + " was not sent: "
            + what
            + " needs Proxmox VE "
            + needed
            + ", and the server is "
            + found,
        null);
    this.needed = needed;
    this.found = found;
  }

  /** The releases that have it, such as {@code 8.1 or newer}, or {@code 7.4 or older}. */
  public String needed() {
    return needed;
  }

  /** The release of the server, such as {@code 8.3}. */
  public String found() {
    return found;
  }
}
