package io.github.proxmoxmpc.api.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Status 501: this server does not know the operation. Upgrade it, or do without. */
public final class NotImplementedByServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final Availability lifespan;

  /** Says what was tried, and which releases have the operation. */
  public NotImplementedByServerException(
      FailedCall call, ErrorResponse answer, Availability lifespan) {
    super(
        call,
        answer,
        lifespan.inWords()
            + (lifespan.isEndless()
                ? ": check"
                : ": compare with the server's release (GET /version), and check")
            + " that the address is a Proxmox VE API.");
    this.lifespan = lifespan;
  }

  /** The first release that has the operation, such as {@code 8.1}; null where the oldest does. */
  public @Nullable String since() {
    return lifespan.since();
  }

  /** The first release that has it no longer; null where the newest does. */
  public @Nullable String goneIn() {
    return lifespan.goneIn();
  }

  /**
   * Which releases have an operation, of those that are known.
   *
   * @param since the first one; null for the oldest
   * @param goneIn the first one that has it no longer; null for none
   * @param instead what does the same there; null for nothing
   */
  public record Availability(
      @Nullable String since, @Nullable String goneIn, @Nullable String instead)
      implements Serializable {
    private boolean isEndless() {
      return since == null && goneIn == null;
    }

    private String inWords() {
      if (isEndless()) {
        return "Every release that is known has the operation";
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
