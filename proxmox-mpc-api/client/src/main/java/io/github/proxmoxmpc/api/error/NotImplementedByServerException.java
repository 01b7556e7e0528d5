package io.github.proxmoxmpc.api.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Status 501: this server does not have the operation. Upgrade the server, or do without it. */
public final class NotImplementedByServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final Availability availability;

  /**
   * Creates the exception from the call, the response, and the releases that have the operation.
   */
  public NotImplementedByServerException(
      FailedCall call, ErrorResponse answer, Availability availability) {
    super(
        call,
        answer,
        availability.inWords()
            + (availability.isEndless()
                ? ": check"
                : ": compare with the server's release (GET /version), and check")
            + " that the address is a Proxmox VE API.");
    this.availability = availability;
  }

  /** Returns the first release that has the operation, such as {@code 8.1}; null for the oldest. */
  public @Nullable String since() {
    return availability.since();
  }

  /** Returns the first release that no longer has the operation; null if the newest has it. */
  public @Nullable String goneIn() {
    return availability.goneIn();
  }

  /**
   * The known releases that have an operation.
   *
   * @param since the first release that has it; null for the oldest
   * @param goneIn the first release that no longer has it; null if the newest has it
   * @param instead the operation that replaces it; null if nothing does
   */
  public record Availability(
      @Nullable String since, @Nullable String goneIn, @Nullable String instead)
      implements Serializable {
    private boolean isEndless() {
      return since == null && goneIn == null;
    }

    private String inWords() {
      if (isEndless()) {
        return "All known releases have the operation";
      }
      String begun = since == null ? "" : " exists since Proxmox VE " + since;
      String ended = goneIn == null ? "" : " is gone in Proxmox VE " + goneIn;
      return "The operation"
          + begun
          + (begun.isEmpty() || ended.isEmpty() ? "" : " and")
          + ended
          + (instead == null ? "" : " (use " + instead + " there)");
    }
  }
}
