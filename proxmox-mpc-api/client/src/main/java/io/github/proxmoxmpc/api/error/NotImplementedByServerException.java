package io.github.proxmoxmpc.api.error;

/** Status 501: this server does not know the operation. Upgrade it, or do without. */
public final class NotImplementedByServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final String since;

  /**
   * Says what was tried and since when the operation exists.
   *
   * @param since the first release that has it, such as {@code 8.1}
   */
  public NotImplementedByServerException(FailedCall call, ErrorAnswer answer, String since) {
    super(
        call,
        answer,
        "The operation exists since Proxmox VE "
            + since
            + ": compare with the server's release (GET /version), and check that the address is a"
            + " Proxmox VE API.");
    this.since = since;
  }

  /** The first release that has the operation, such as {@code 8.1}. */
  public String since() {
    return since;
  }
}
