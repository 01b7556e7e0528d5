package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/** Status 501: this server does not know the operation. Upgrade it, or do without. */
public final class NotImplementedByServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String since;

  /**
   * Says what was tried and since when the operation exists.
   *
   * @param since the first release that has it, such as {@code 8.1}; null where all do that are
   *     known
   */
  public NotImplementedByServerException(
      FailedCall call, ErrorAnswer answer, @Nullable String since) {
    super(
        call,
        answer,
        (since == null
                ? "Every release that is known has the operation: check"
                : "The operation exists since Proxmox VE "
                    + since
                    + ": compare with the server's release (GET /version), and check")
            + " that the address is a Proxmox VE API.");
    this.since = since;
  }

  /** The first release that has the operation, such as {@code 8.1}; null where all known do. */
  public @Nullable String since() {
    return since;
  }
}
